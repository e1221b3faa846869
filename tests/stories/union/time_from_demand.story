# counted from the last day to pay of a collection demand
# union 2.2: `after: collection_demand`
# ignored: procedures/from_demand.yaml: hand_over.after = reminder
policy ../policies/union_time
procedure from_demand
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-07  -> hand-over Anna 1001
2025-06-30  ? books balance
