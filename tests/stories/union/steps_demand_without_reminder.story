# no reminder: a collection demand at once
# union 2.3: no reminder step
# ignored: procedures/demand_without_reminder.yaml: collection_demand.wait = 30 days
policy ../policies/union_steps
procedure demand_without_reminder
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-10  -> collection-demand Anna 1001, pay by 2025-04-22
2025-05-30  ? books balance
