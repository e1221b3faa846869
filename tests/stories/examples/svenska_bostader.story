# two unpaid rents go to an agency; three demands in half a year bring a warning
policy ../../../examples
creditor svenska_bostader
2025-01-02  invoice 2001 Bertil 8 000,00 due 2025-01-31
2025-02-03  invoice 2002 Bertil 8 000,00 due 2025-02-28
2025-02-07  -> collection-demand Bertil 2001, pay by 2025-02-17
2025-02-10  payment 2001 8 180,00
2025-03-03  invoice 1001 Anna 8 000,00 due 2025-03-31
2025-03-03  invoice 2003 Bertil 8 000,00 due 2025-03-31
2025-03-07  -> collection-demand Bertil 2002, pay by 2025-03-17
2025-03-10  payment 2002 8 180,00
2025-04-01  invoice 1002 Anna 8 000,00 due 2025-04-30
2025-04-07  -> collection-demand Bertil 2003, pay by 2025-04-17
2025-04-07  -> collection-demand Anna 1001, pay by 2025-04-17
2025-04-08  -> warning-letter Bertil 2003
2025-04-10  payment 2003 8 180,00
2025-04-22  ? stopped 1001 hand-over by party until 2025-04-30
2025-05-02  -> hand-over Anna 1001
2025-05-07  -> collection-demand Anna 1002, pay by 2025-05-19
2025-05-20  -> hand-over Anna 1002
2025-05-21  ? books balance
