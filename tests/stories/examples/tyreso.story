# three months more without reminders but with interest, and another agency from September
policy ../../../examples
creditor tyreso
procedure other
2021-07-01  invoice 1001 Anna 10 000,00 due 2021-07-30
2021-07-01  invoice 2001 Bertil 10 000,00 due 2021-07-30
2021-07-20  ? deferral 1001 until 2021-10-29 by case_officer, interest 199,45
2021-07-20  ? deferral 1001 until 2021-11-01 refused: longer than until 2021-10-30
2021-07-20  ? plan 1001 12 parts from 2021-08-20 by case_officer at agency
2021-07-21  hold deferral 1001 until 2021-10-29 "more time"
2021-08-02  ? deferral 2001 until 2021-10-29 refused: asked after 2021-07-30
2021-08-06  -> reminder Bertil 2001, pay by 2021-08-16
2021-08-17  -> hand-over Bertil 2001
2021-08-31  payment 1001 4 000,00
2021-10-15  invoice 1002 Anna 500,00 due 2021-11-15
2021-10-29  ? balance 1001 6 000,00
2021-10-29  ? stopped 1001 reminder by deferral until 2021-10-29
2021-11-05  -> reminder Anna 1001, pay by 2021-11-15
2021-11-16  -> hand-over Anna 1001
2021-11-16  ? agency 1001 Exempel Inkasso AB
2021-11-22  -> reminder Anna 1002, pay by 2021-12-02
2021-12-03  -> hand-over Anna 1002
2021-12-03  ? agency 1002 Prov Inkasso AB
