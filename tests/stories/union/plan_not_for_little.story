# no plan for a small amount
# union 2.7: `plan: {only_if: {open_at_least}}`
# ignored: procedures/no_plan_for_little.yaml: plan.only_if
policy ../policies/union_people
procedure no_plan_for_little
2025-03-03  invoice 1001 Anna 999,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 1 000,00 due 2025-03-31
2025-03-28  ? plan 1001 3 parts from 2025-04-01 refused: left below 1 000,00
2025-03-28  ? plan 1002 3 parts from 2025-04-01 by case_officer
2025-03-31  ? books balance
