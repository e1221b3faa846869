# a small rest is given up
# union 2.6: `does: write_off`, `only_if: {part_paid, open_at_most}`
# ignored: procedures/small_rest.yaml: small_rest.only_if.part_paid
policy ../policies/union_money
procedure small_rest
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 20,00 due 2025-03-31
2025-03-31  payment 1001 490,00
2025-04-07  -> write-off 1001 10,00
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  ? books balance
