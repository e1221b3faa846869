# a rate that the council has decided itself
# union 2.6: `rate: {flat: …}`
# ignored: procedures/interest_of_ones_own.yaml: interest.rate = law
policy ../policies/union_money
procedure interest_of_ones_own
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 197,26 due 2025-07-02
2025-06-16  ? books balance
