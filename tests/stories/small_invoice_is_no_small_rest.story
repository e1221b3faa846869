# an invoice of twenty kronor that nobody has paid anything on is no small rest
# row S11
procedure general
2025-03-28  invoice 1003 Cilla 20,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
