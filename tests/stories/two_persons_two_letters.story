# a letter speaks only for the invoices of the one it is sent to
# rows S6, S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 David 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  -> reminder David 1004, pay by 2025-04-23
