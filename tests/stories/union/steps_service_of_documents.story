# service of a document, then the process server at the door
# union 2.3: `by: process_server`, `after: served`
# ignored: procedures/others_perform.yaml: bailiff.after = reminder
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-07  ? waits 1001 service for report of process server
2025-05-08  report service 1001
2025-05-15  clear served 1001 "kvitterad"
2025-06-04  ? waits 1001 bailiff until 2025-06-05
2025-06-05  ? waits 1001 bailiff for report of process server
2025-06-10  ? books balance
