# time in a queue is lost
# union 2.3: an `await_report` step after that of the place
# ignored: procedures/others_perform.yaml: queue_lost.by = tenants
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-08  clear committee_decision 1001 "avslutas"
2025-05-09  report service-ended 1001
2025-05-12  ? waits 1001 queue-lost for report of department
2025-05-13  report queue-lost 1001
2025-05-30  ? books balance
