# who has paid late twice in a year
# union 2.5: `party: {paid_late}`
# ignored: procedures/paid_late_often.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure paid_late_often
2024-11-04  invoice 900 Anna 500,00 due 2024-12-02
2024-12-02  invoice 901 Anna 500,00 due 2025-01-02
2024-12-05  payment 900 500,00
2025-01-07  payment 901 500,00
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
