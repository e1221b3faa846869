# interest is counted on what was unpaid each day
# row N3
procedure general
2025-03-28  invoice 1003 Cilla 10 000,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-10  payment 1003 5 000,00
2025-04-24  -> hand-over Cilla 1003
2025-05-20  payment 1003 5 000,00
2025-05-20  -> recall Cilla 1003 for paid
2025-05-21  -> interest invoice R1003 Cilla 90,41 due 2025-06-23
