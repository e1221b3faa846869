# the service is reduced, not cut
# union 2.3: `does: await_report`, `by: technician`
# ignored: procedures/others_perform.yaml: throttling.by = tenants
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-20  ? waits 1001 throttling for report of technician
2025-05-21  report throttling 1001
2025-05-30  ? books balance
