# the money came the day before the reminder: nothing is sent
# rows N1, S7
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-07  ? citizen Cilla sees 1003 unpaid
2025-04-08  payment 1003 300,00
2025-04-08  ? citizen Cilla sees 1003 paid
2025-04-11  ? status 1003 PAID
