# one reminder is sent; a payment that is taken back afterwards leads on, not back
# rows N1, N4
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-22  payment 1003 300,00
2025-05-06  reversal 1003 300,00
2025-05-06  -> hand-over Cilla 1003
2025-05-20  ? status 1003 DEBT_COLLECTION
2025-05-20  ? books balance
