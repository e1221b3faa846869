# a reminder waits for the deferral of spring 2023, which ends on 31 March
policy ../../../examples
creditor mellerud
2023-02-01  invoice 1001 Anna 1 000,00 due 2023-02-28
2023-02-01  invoice 2001 Bertil 1 000,00 due 2023-02-28
2023-02-15  ? deferral 1001 until 2023-03-31 by case_officer
2023-02-15  ? deferral 2001 until 2023-04-03 refused: longer than until 2023-03-31
2023-02-20  hold deferral 1001 until 2023-03-31 "asked for by e-mail"
2023-03-10  -> reminder Bertil 2001, pay by 2023-03-24
2023-04-11  -> reminder Anna 1001, pay by 2023-04-25
2023-04-12  ? status 1001 REMINDER
