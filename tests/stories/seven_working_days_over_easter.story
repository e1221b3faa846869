# Good Friday, Easter Monday and the weekends are no working days
# row N1
procedure water
2026-03-30  invoice 1003 Cilla 300,00 due 2026-03-31
2026-04-10  ? waits 1003 reminder until 2026-04-13
2026-04-13  -> reminder Cilla 1003, pay by 2026-04-27
