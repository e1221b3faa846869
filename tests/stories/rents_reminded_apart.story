# rents are reminded of one by one as they come: nothing else is listed
# row S18
procedure rent
2025-03-27  invoice 1003 Cilla 5 000,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-04-01
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-08  -> reminder Cilla 1004, pay by 2025-04-22
