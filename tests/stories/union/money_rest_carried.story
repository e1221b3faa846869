# only a rest after part payment is carried
# union 2.6: `carry: {part_paid: true}`
# ignored: procedures/rest_carried.yaml: carry.part_paid
policy ../policies/union_money
procedure rest_carried
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 80,00 due 2025-03-31
2025-03-20  payment 1001 450,00
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-07-31  ? books balance
