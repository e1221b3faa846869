# a collection demand leaves 10 days from sending and 4 banking days from receipt, over Christmas
# union 2.2: `pay_within: later of 10 days and 6 banking days`
# ignored: procedures/demand_over_holidays.yaml: collection_demand.pay_within = 3 weeks
policy ../policies/union_time
procedure demand_over_holidays
2025-10-30  invoice 1001 Anna 500,00 due 2025-11-27
2025-12-08  -> reminder Anna 1001, pay by 2025-12-22
2025-12-23  -> collection-demand Anna 1001, pay by 2026-01-08
2026-01-31  ? books balance
