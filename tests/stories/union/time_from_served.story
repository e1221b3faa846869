# counted from the day that service is acknowledged
# union 2.2: `after: served`
# ignored: procedures/findings.yaml: hand_over.after = due
policy ../policies/union_time
procedure findings
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-06  clear served 1001 "kvitterad"
2025-05-27  -> hand-over Anna 1001
2025-06-30  ? books balance
