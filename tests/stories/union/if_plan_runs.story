# a running installment plan stops the flow
# union 2.5: `stopped_by`; every hold when left out
# ignored: procedures/plan_runs.yaml: place_notice.stopped_by = [dispute]
policy ../policies/union_conditions
procedure plan_runs
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-22  hold installment_plan 1001 "tre delar"
2025-05-20  ? stopped 1001 place-notice by installment plan
2025-05-30  ? books balance
