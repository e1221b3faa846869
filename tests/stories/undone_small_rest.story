# a rest that a night wrote off is owed again when the night is undone
# rows S11
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 290,00
2025-04-07  -> write-off 1003 10,00
2025-04-08  undo night 2025-04-07 not before 2025-04-14 "gränsen var fel"
2025-04-08  ? balance 1003 10,00
2025-04-08  ? citizen Cilla sees 1003 unpaid
2025-04-09  payment 1003 10,00
2025-04-09  ? status 1003 PAID
2025-04-16  ? balance 1003 0,00
2025-04-16  ? books balance
