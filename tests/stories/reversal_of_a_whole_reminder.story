# a payment of a whole reminder is taken back: every invoice on it is unpaid again, and nothing else
# rows S1, S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-10  payment reminder of 1003 750,00
2025-04-10  ? overpaid 1004 50,00
2025-04-14  reversal reminder of 1003 750,00
2025-04-14  ? overpaid 1004 0,00
2025-04-14  ? balance 1003 300,00
2025-04-24  -> hand-over Cilla 1003 1004
2025-04-24  ? books balance
