# money paid to the agency lowers the claim, and it keeps the claim until it says otherwise
# rows N5, N7
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  report collection-demand 1003
2025-05-05  agency paid 1003 100,00
2025-05-05  ? status 1003 DEBT_COLLECTION
2025-05-05  ? balance 1003 200,00
2025-05-05  ? agency 1003 Exempel Inkasso AB
2025-05-06  agency paid 1003 200,00
2025-05-06  ? status 1003 PAID
2025-05-06  ? books balance
2025-05-08  agency closes 1003 paid
2025-05-08  ? agency 1003 none
2025-05-08  ? citizen Cilla sees 1003 paid
