# some are never cut off
# union 2.5: `unless`
# ignored: procedures/exempt_category.yaml: service_ended.unless
policy ../policies/union_conditions
procedure exempt_category
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks multi_dwelling
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-20  ? stopped 1001 service-ended by not concerned
2025-05-30  ? books balance
