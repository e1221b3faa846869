# interest on the collection demand
# union 2.6: `adds_interest: true`
# ignored: procedures/interest_on_demand.yaml: collection_demand.adds_interest
policy ../policies/union_money
procedure interest_on_demand
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-24  -> interest 1001 144,66
2025-04-24  ? balance 1001 20 144,66
2025-06-16  ? books balance
