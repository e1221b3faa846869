# a claim that nothing has been paid of
# union 2.5: `part_paid: false`
# ignored: procedures/part_paid.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure part_paid
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-14  payment 1002 100,00
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
