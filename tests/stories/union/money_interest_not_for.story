# never interest from some, as estates
# union 2.6: `not_for: [estate]`
# ignored: procedures/interest_not_for.yaml: interest.not_for
policy ../policies/union_money
procedure interest_not_for
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31 as estate
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 20 000,00
2025-06-16  ? books balance
