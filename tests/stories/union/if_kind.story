# a kind of invoice
# union 2.5: `kinds`
# ignored: procedures/kind.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure kind
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 kind kind_other
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
