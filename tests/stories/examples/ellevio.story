# more time before the due date only, for one whose two latest were paid in time
policy ../../../examples
creditor ellevio
procedure grid
2025-01-02  invoice 1001 Anna 1 000,00 due 2025-01-31
2025-01-20  ? deferral 1001 until 2025-02-28 refused: latest not in time
2025-01-31  payment 1001 1 000,00
2025-02-03  invoice 1002 Anna 1 000,00 due 2025-02-28
2025-02-28  payment 1002 1 000,00
2025-03-03  invoice 1003 Anna 15 000,00 due 2025-03-31
2025-03-24  ? deferral 1003 until 2025-04-30 by case_officer, interest 135,62
2025-03-24  ? deferral 1003 until 2025-05-02 refused: longer than until 2025-04-30
2025-03-24  ? plan 1003 12 parts from 2025-03-31 by case_officer
2025-03-25  payment 1003 15 000,00
2025-04-01  invoice 1004 Anna 15 001,00 due 2025-04-30
2025-04-02  ? deferral 1004 until 2025-05-30 refused: left above 15 000,00
2025-04-02  ? plan 1004 10 parts from 2025-04-30 by case_officer
2025-05-02  ? deferral 1004 until 2025-05-30 refused: asked after 2025-04-30, left above 15 000,00
2025-05-02  ? plan 1004 10 parts from 2025-05-30 refused: asked after 2025-04-30
2025-05-07  -> reminder Anna 1004, pay by 2025-05-19
2025-05-08  payment 1004 1,00
2025-05-08  ? deferral 1004 until 2025-05-30 refused: asked after 2025-04-30, after reminder
2025-05-20  -> hand-over Anna 1004
