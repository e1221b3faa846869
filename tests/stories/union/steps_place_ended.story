# a place, lease or booking is ended by a decision
# union 2.3: `by: department`, `needs: [committee_decision]`
# ignored: procedures/others_perform.yaml: service_ended.needs
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-07  ? stopped 1001 service-ended by needs committee decision
2025-05-08  clear committee_decision 1001 "avslutas"
2025-05-08  ? waits 1001 service-ended for report of department
2025-05-09  report service-ended 1001
2025-05-30  ? books balance
