# a claim before a court
# union 2.3: `in_law: court`, `by: court`
# ignored: procedures/others_perform.yaml: court.also_after
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-08  ? waits 1001 court for committee-decision
2025-05-09  clear committee_decision 1001 "stäm"
2025-05-12  ? waits 1001 court for report of court
2025-05-13  report court 1001
2025-05-30  ? books balance
