# never for fees alone
# union 2.5: `service_debt_at_least` counts the invoice itself
# ignored: procedures/never_for_fees_alone.yaml: service_ended.only_if.service_debt_at_least
policy ../policies/union_conditions
procedure never_for_fees_alone
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-22  payment 1001 500,00
2025-05-20  ? balance 1001 60,00
2025-05-20  ? stopped 1001 service-ended by below minimum
2025-05-30  ? books balance
