# invoices to organizations are not shown
# row S17
procedure business
2025-03-28  invoice 1003 Idrottsklubben 300,00 due 2025-03-31
2025-03-28  ? citizen Idrottsklubben sees 1003 not
2025-03-31  payment 1003 300,00
2025-03-31  ? citizen Idrottsklubben sees 1003 not
