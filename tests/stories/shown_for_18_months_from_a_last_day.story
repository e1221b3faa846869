# 18 months from the last of August end on the last of February
# row S5
procedure general
2025-02-27  invoice 1003 Cilla 100,00 dated 2023-08-31 due 2023-09-29
2025-02-27  payment 1003 100,00
2025-02-28  ? citizen Cilla sees 1003 paid
2025-03-01  ? citizen Cilla sees 1003 not
