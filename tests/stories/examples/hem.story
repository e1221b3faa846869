# more time once a year for one who pays well, and a broken plan makes all of it due
policy ../../../examples
creditor hem
procedure power
2025-01-02  invoice 1001 Anna 3 000,00 due 2025-01-31
2025-01-15  ? deferral 1001 until 2025-03-03 refused: longer than until 2025-03-02
2025-01-15  ? deferral 1001 until 2025-02-28 by case_officer, interest 25,32
2025-01-16  hold deferral 1001 until 2025-02-28 "more time"
2025-02-28  payment 1001 3 000,00
2025-11-03  invoice 1002 Anna 3 000,00 due 2025-11-28
2025-11-10  ? deferral 1002 until 2025-12-15 refused: too often 2026-01-17
2025-11-10  ? plan 1002 3 parts from 2025-11-28 by case_officer
2025-11-10  ? parts 1002 3 from 2025-11-28 1 000,00 last 1 000,00 2026-01-28, interest 25,21
2025-11-11  hold installment_plan 1002 "three parts"
2025-11-28  payment 1002 1 000,00
2025-12-29  payment 1002 900,00
2025-12-30  ? stands 1002 3 from 2025-11-28 broken 2025-12-30 lower, all 1 100,00
2025-12-30  lift installment_plan 1002
2026-01-12  ? waits 1002 reminder for report of agency
