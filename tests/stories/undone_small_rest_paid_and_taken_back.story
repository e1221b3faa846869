# a rest that was written off by a wrong night is owed, also when a payment of it is taken back
# row S11
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 290,00
2025-04-07  -> write-off 1003 10,00
2025-04-08  payment 1003 10,00
2025-04-09  undo night 2025-04-07 not before 2025-04-30 "gränsen var fel"
2025-04-09  ? balance 1003 0,00
2025-04-09  ? status 1003 PAID
2025-04-10  reversal 1003 10,00
2025-04-10  -> reminder Cilla 1003, pay by 2025-04-24
2025-04-10  ? balance 1003 10,00
2025-04-10  ? citizen Cilla sees 1003 unpaid
2025-04-14  payment 1003 10,00
2025-04-14  ? status 1003 PAID
2025-04-30  ? balance 1003 0,00
2025-04-30  ? books balance
