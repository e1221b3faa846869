# the reminder has an OCR number of its own, which pays every invoice on it
# rows N2, S18
procedure general
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-11  payment reminder of 1003 700,00
2025-04-11  ? status 1003 PAID
2025-04-11  ? status 1004 PAID
2025-04-25  ? books balance
