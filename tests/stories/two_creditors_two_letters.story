# the municipality and its water company are two creditors: never in one letter
# row S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 2003 Cilla 400,00 due 2025-03-31 kind water
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  -> reminder Cilla 2003, pay by 2025-04-23
2025-04-10  payment 2003 400,00
2025-04-10  ? books balance
2025-04-24  -> hand-over Cilla 1003
