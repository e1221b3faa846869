# back from the agency, then long-term watch
# union 2.3: `by: agency` reports `returned`; then `hand_over` with `to`
# ignored: procedures/others_perform.yaml: hand_over_watch
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-10-31  ? waits 1001 returned until 2025-11-06
2025-11-10  ? waits 1001 returned for report of agency
2025-11-11  report returned 1001
2025-11-12  -> hand-over-watch Anna 1001
2025-11-30  ? books balance
