# more time to pay does not stop the interest, which runs from the due date
policy ../../../examples
creditor malmo
2023-03-01  invoice 1001 Anna 10 000,00 due 2023-03-31
2023-03-01  invoice 2001 Bertil 500,00 due 2023-03-31
2023-03-01  invoice 3001 Cecilia 2 000,00 due 2023-03-31 kind childcare_check
2023-03-27  ? deferral 1001 until 2023-04-30 refused: needs officer decision
2023-03-27  ? deferral 3001 until 2023-06-30 by department, interest 52,36
2023-03-27  ? deferral 3001 until 2023-07-03 refused: longer than until 2023-06-30
2023-03-27  ? plan 3001 13 parts from 2023-04-27 refused: more parts than 12
2023-03-28  hold deferral 1001 until 2023-04-30 "special reasons, found by the department"
2023-03-28  clear officer_decision 1001 "special reasons"
2023-03-28  ? deferral 1001 until 2023-04-30 by department, interest 86,30
2023-04-11  -> reminder Bertil 2001, pay by 2023-04-21
2023-04-11  -> reminder Cecilia 3001, pay by 2023-04-21
2023-04-24  -> hand-over Bertil 2001
2023-04-24  -> hand-over Cecilia 3001
2023-04-24  ? status 2001 DEBT_COLLECTION
2023-04-28  payment 1001 10 000,00
2023-05-02  -> interest invoice R1001 Anna 80,55 due 2023-06-01
2023-05-03  ? books balance
