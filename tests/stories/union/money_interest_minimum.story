# no interest below a least amount
# union 2.6: `minimum: 50 kr`
# ignored: procedures/interest_minimum.yaml: interest.minimum
policy ../policies/union_money
procedure interest_minimum
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 500,00
2025-06-16  ? books balance
