# a running deferral stops the flow
# union 2.5: `stopped_by`; every hold when left out
# ignored: procedures/deferral_runs.yaml: hand_over.stopped_by = [dispute, installment_plan]
policy ../policies/union_conditions
procedure deferral_runs
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-22  hold deferral 1001 "anstånd tills vidare"
2025-05-20  ? stopped 1001 hand-over by deferral
2025-05-30  ? books balance
