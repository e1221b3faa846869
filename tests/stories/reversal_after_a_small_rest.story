# the payment is taken back after its small rest was written off: the rest stays written off
# row S11
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 290,00
2025-04-07  -> write-off 1003 10,00
2025-04-14  reversal 1003 290,00
2025-04-14  -> reminder Cilla 1003, pay by 2025-04-28
2025-04-14  ? balance 1003 290,00
2025-04-14  ? status 1003 REMINDER
2025-04-14  ? books balance
