# the invoice is shown the day that it is made; the paper comes later
# row S19
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-03  ? citizen Cilla sees 1003 unpaid
2025-03-03  ? status 1003 SENT
