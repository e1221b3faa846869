# a rest above the limit is reminded of
# rows S11, N1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 279,99
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? balance 1003 20,01
