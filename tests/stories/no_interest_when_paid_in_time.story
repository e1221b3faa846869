# no interest on what was paid in time, however large
# row N3
procedure general
2025-03-28  invoice 1003 Cilla 100 000,00 due 2025-03-31
2025-03-31  payment 1003 100 000,00
2025-04-01  ? stopped 1003 late-interest by paid in time
2025-04-11  ? status 1003 PAID
