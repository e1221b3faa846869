# Christmas Eve, New Year's Eve and the holidays between them are no working days
# row N1
procedure water
2026-12-17  invoice 1003 Cilla 300,00 due 2026-12-18
2027-01-03  ? waits 1003 reminder until 2027-01-04
2027-01-04  -> reminder Cilla 1003, pay by 2027-01-18
