# two who owe an invoice each get its reminder, and nothing of what the other owes
# rows S6, S18
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-03-04  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-05  invoice 1005 Nils 500,00 due 2025-03-31
2025-03-06  ? citizen Cilla sees 1003 unpaid
2025-03-06  ? citizen Nils sees 1003 unpaid
2025-03-06  ? citizen Nils sees 1004 not
2025-03-06  ? citizen Cilla sees 1005 not
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-09  -> reminder Nils 1003, pay by 2025-04-23
2025-04-09  -> reminder Nils 1005, pay by 2025-04-23
2025-04-10  payment 1003 300,00
2025-04-10  ? citizen Cilla sees 1003 paid
2025-04-10  ? citizen Nils sees 1003 paid
2025-04-24  -> hand-over Cilla 1004
2025-04-24  -> hand-over Nils 1005
2025-04-24  ? books balance
