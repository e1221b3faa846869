# all that the customer has overdue
# union 2.5: `party: {overdue_at_least}`
# ignored: procedures/total_debt.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure total_debt
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-03  invoice 1003 Bo 500,00 due 2025-04-30
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-05-02  -> hand-over Bo 1002
2025-05-12  -> reminder Bo 1003, pay by 2025-05-26
2025-05-12  ? books balance
