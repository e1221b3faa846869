# interest on capital: the reference rate and 2 points
# union 2.6: `rate: capital`
# ignored: procedures/interest_on_capital.yaml: interest.rate = law
policy ../policies/union_money
procedure interest_on_capital
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 164,38 due 2025-07-02
2025-06-16  ? books balance
