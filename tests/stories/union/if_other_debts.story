# who has other unpaid debts
# union 2.5: `party: {others_overdue_at_most}`
# ignored: procedures/other_debts.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure other_debts
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-03-05  invoice 1003 Bo 600,00 due 2025-04-02
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-11  -> reminder Bo 1003, pay by 2025-04-25
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
