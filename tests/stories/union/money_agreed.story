# no fee without agreement: part of the invoice is owed by a tariff
# union 2.6: `ground` of each service
# ignored: creditor.yaml: services.street_charge.ground = agreement
policy ../policies/union_money
procedure agreed
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 lines agreed 400,00 street_charge 100,00
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-09  ? balance 1001 500,00
2025-04-09  ? balance 1002 560,00
2025-04-30  ? books balance
