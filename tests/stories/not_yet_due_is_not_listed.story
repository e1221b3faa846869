# an invoice whose last day to pay has not passed is on nobody's reminder
# row S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  invoice 1004 Cilla 400,00 due 2025-04-09
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
