# the first part is paid on the due date, or soon enough
# union 2.7: first part on ordinary due date
# ignored: procedures/waste.yaml: plan.first_part_on_due_date
policy ../policies/more_time
procedure waste
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind heating
2025-03-28  ? plan 1001 3 parts from 2025-03-31 by case_officer at agency
2025-03-28  ? parts 1001 3 from 2025-03-31 100,00 last 100,00 2025-06-02, each notice 60,00
2025-03-28  ? plan 1001 3 parts from 2025-03-30 refused: first part before 2025-03-31
2025-03-28  ? plan 1001 3 parts from 2025-04-01 refused: first part after 2025-03-31
2025-03-28  ? plan 1002 3 parts from 2025-04-28 by case_officer
2025-03-28  ? parts 1002 3 from 2025-04-28 100,00 last 100,00 2025-06-30
2025-03-28  ? plan 1002 3 parts from 2025-04-29 refused: first part after 2025-04-28
