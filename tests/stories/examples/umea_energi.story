# a part of an invoice may wait, but not for one who had more time within a year
policy ../../../examples
creditor umea_energi
procedure power
2023-02-01  invoice 1001 Anna 3 000,00 due 2023-02-28
2023-02-20  ? deferral 1001 2 000,00 until 2023-03-30 by case_officer, interest 17,26
2023-02-20  ? deferral 1001 until 2023-03-31 refused: longer than until 2023-03-30
2023-02-21  hold deferral 1001 until 2023-03-30 "may pay later"
2023-03-30  payment 1001 3 000,00
2023-11-01  invoice 1002 Anna 3 000,00 due 2023-11-30
2023-11-20  ? deferral 1002 until 2023-12-30 refused: too often 2024-02-22
2023-12-07  -> reminder Anna 1002, pay by 2023-12-18
2023-12-08  payment 1002 3 000,00
2023-12-20  invoice 1003 Anna 3 000,00 due 2024-01-20
2023-12-20  -> fee invoice F1002 Anna 60,00 due 2024-01-20
2023-12-21  payment F1002 60,00
2024-01-19  payment 1003 3 000,00
2024-04-01  invoice 1004 Anna 3 000,00 due 2024-04-30
2024-04-01  ? deferral 1004 until 2024-05-30 by case_officer, interest 29,51
