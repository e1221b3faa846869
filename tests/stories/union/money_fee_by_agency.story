# the agency charges the fee itself
# union 2.6: `charged_by: agency`
# ignored: procedures/fee_by_agency.yaml: collection_demand.fee.charged_by
policy ../policies/union_money
procedure fee_by_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-04-28  report collection-demand 1001
2025-04-29  ? balance 1001 500,00
2025-05-05  ? books balance
