# an investigation comes first
# union 2.10: hold `investigation`
# ignored: procedures/investigation.yaml: service_ended.stopped_by = [dispute]
policy ../policies/union_people
procedure investigation
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  hold investigation 1001 "vi pratar med familjen"
2025-05-12  ? stopped 1001 service-ended by investigation
2025-05-30  ? books balance
