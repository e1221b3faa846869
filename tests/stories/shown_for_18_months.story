# shown for 18 months from the invoice date: the last day it is there, the day after it is not
# rows S5, S17
procedure general
2025-07-29  invoice 1003 Cilla 100,00 dated 2024-01-31 due 2024-02-29
2025-07-29  payment 1003 100,00
2025-07-29  ? citizen Cilla sees 1003 paid
2025-07-31  ? citizen Cilla sees 1003 paid
2025-08-01  ? citizen Cilla sees 1003 not
2025-08-01  ? status 1003 PAID
