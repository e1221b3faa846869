# a claim on a consumer lapses after three years, unless limitation is interrupted
# union 2.11: the law's own values; `interrupt` with its proof
# ignored: law/limitation_periods.yaml: values.1990-01-01.value.consumer = 5 years
policy ../policies/union_more
procedure young_debt
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? lapses 1001 2028-03-03
2025-04-10  interrupt 1001 acknowledged "mejl, dnr 4"
2025-04-10  ? lapses 1001 2028-04-10
2025-04-30  ? books balance
