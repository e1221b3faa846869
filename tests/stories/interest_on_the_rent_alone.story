# interest is counted on the rent, not on the reminder fee
# row N3
procedure rent
2025-02-27  invoice 1003 Cilla 100 000,00 due 2025-02-28
2025-03-07  -> reminder Cilla 1003, pay by 2025-03-17
2025-03-10  payment 1003 100 060,00
2025-03-11  -> interest invoice R1003 Cilla 301,37 due 2025-04-10
2025-03-11  ? books balance
