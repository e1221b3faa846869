# paid the day before the demand: none is sent; paid in part: a demand for the rest; one for all
# rows N5
procedure mooring
2025-03-03  invoice 1001 Anna 2 400,00 due 2025-03-31
2025-03-03  invoice 1002 Anna 1 200,00 due 2025-03-31
2025-03-03  invoice 1003 Bodil 2 400,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001 1002, pay by 2025-04-23
2025-04-09  -> reminder Bodil 1003, pay by 2025-04-23
2025-04-23  payment 1001 1 000,00
2025-04-23  payment 1003 2 400,00
2025-04-24  -> collection-demand Anna 1001 1002, pay by 2025-05-05
2025-04-24  ? balance 1001 1 580,00
2025-04-24  ? balance 1003 0,00
2025-04-25  payment 1001 1 580,00
2025-05-05  payment 1002 1 380,00
2025-06-05  ? status 1001 PAID
2025-06-05  ? status 1002 PAID
