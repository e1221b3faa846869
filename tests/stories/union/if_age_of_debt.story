# how old the debt is
# union 2.5: `overdue_at_least`
# ignored: procedures/age_of_debt.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure age_of_debt
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  -> hand-over Anna 1001
2025-06-30  ? books balance
