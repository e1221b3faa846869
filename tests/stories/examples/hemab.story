# a quarter at once for a month more, three parts at most, and nothing older overdue
policy ../../../examples
creditor hemab
procedure power
2023-01-02  invoice 1001 Anna 4 000,00 due 2023-01-31
2023-01-16  ? deferral 1001 until 2023-02-28 by case_officer, first 1 000,00
2023-01-16  ? plan 1001 3 parts from 2023-01-31 by case_officer at agency
2023-01-16  ? plan 1001 4 parts from 2023-01-31 refused: more parts than 3
2023-02-01  invoice 1002 Anna 4 000,00 due 2023-02-28
2023-02-06  ? deferral 1002 until 2023-03-28 refused: others overdue
2023-02-07  -> reminder Anna 1001, pay by 2023-02-17
2023-02-10  payment 1001 4 000,00
2023-02-10  ? deferral 1002 until 2023-03-28 by case_officer, first 1 000,00
2023-02-13  payment 1002 1 000,00
2023-02-13  ? deferral 1002 until 2023-03-28 by case_officer
