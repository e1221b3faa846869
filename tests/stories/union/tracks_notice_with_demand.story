# the notice goes with the collection demand, the same day
# union 2.4: `counted_from: day`, `wait: 0 days`
# ignored: procedures/notice_with_demand.yaml: place_notice.wait = 5 days
policy ../policies/union_tracks
procedure notice_with_demand
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-24  -> place-notice Anna 1001
2025-05-30  ? books balance
