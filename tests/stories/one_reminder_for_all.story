# every overdue invoice is on the same reminder; only the unpaid one goes on
# rows S15, S18, N1, N2, N4
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-04  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-10  payment 1003 300,00
2025-04-24  -> hand-over Cilla 1004
2025-04-24  ? status 1004 DEBT_COLLECTION
2025-04-24  ? status 1003 PAID
2025-04-24  ? books balance
