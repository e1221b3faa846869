# a new reference rate each half-year
# union 2.6: the law’s dated values
# ignored: law/reference_rate.yaml: values.2025-07-01.value = 3,00 %
policy ../policies/union_money
procedure interest_half_years
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-08-29  payment 1001 20 000,00
2025-09-01  -> interest invoice R1001 Anna 877,26 due 2025-10-01
2025-09-15  ? books balance
