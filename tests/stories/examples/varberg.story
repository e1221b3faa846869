# thirty days more, or parts for up to three years at 170 kr
policy ../../../examples
creditor varberg
procedure other
2025-03-03  invoice 10 Anna 3 600,00 due 2025-03-31
2025-03-24  ? deferral 10 until 2025-04-30 by case_officer, interest 32,55
2025-03-24  ? deferral 10 until 2025-05-02 refused: longer than until 2025-04-30
2025-03-24  ? plan 10 36 parts from 2025-03-31 by case_officer
2025-03-24  ? parts 10 36 from 2025-03-31 100,00 last 100,00 2028-02-29, fee 170,00, interest 534,64
2025-03-24  ? plan 10 37 parts from 2025-03-31 refused: more parts than 36
2025-04-01  ? deferral 10 until 2025-04-30 refused: asked after 2025-03-31
2025-04-04  ? plan 10 36 parts from 2025-04-30 by case_officer
2025-04-07  report reminder 10
2025-04-08  ? plan 10 36 parts from 2025-04-30 refused: after reminder
2025-04-22  -> hand-over Anna 10
