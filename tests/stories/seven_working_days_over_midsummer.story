# Midsummer Eve is no working day
# row N1
procedure water
2026-06-09  invoice 1003 Cilla 300,00 due 2026-06-10
2026-06-19  ? waits 1003 reminder until 2026-06-22
2026-06-22  -> reminder Cilla 1003, pay by 2026-07-06
