# the reference rate changes at the half-year: each day has its own rate
# row N3
procedure water
2025-06-17  invoice 1003 Cilla 10 000,00 due 2025-06-18
2025-06-30  -> reminder Cilla 1003, pay by 2025-07-14
2025-07-15  -> hand-over Cilla 1003
2025-07-18  payment 1003 10 000,00
2025-07-18  -> recall Cilla 1003 for paid
2025-07-18  ? interest 10 000,00 due 2025-06-18 paid 2025-07-18 is 85,48
2025-07-21  -> interest invoice R1003 Cilla 85,48 due 2025-08-20
