# the creditor’s own collection demand, and only then the agency
# union 2.3: `hand_over` after `collection_demand`
# ignored: procedures/own_demand_then_agency.yaml: hand_over.after = reminder
policy ../policies/union_steps
procedure own_demand_then_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-28  ? balance 1001 680,00
2025-05-07  -> hand-over Anna 1001
2025-06-30  ? books balance
