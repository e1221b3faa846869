# money that comes on the last day of the reminder is in time: nothing is handed over
# rows N2, N4
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-23  payment 1003 300,00
2025-04-25  ? status 1003 PAID
2025-04-25  ? balance 1003 0,00
