# a dispute stops the money and the service
# union 2.8: every hold when `stopped_by` is left out
# ignored: procedures/stops_both.yaml: place_notice.stopped_by = [deferral]
policy ../policies/union_people
procedure stops_both
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-22  hold dispute 1001 "har aldrig bokat"
2025-05-20  ? stopped 1001 hand-over by dispute
2025-05-20  ? stopped 1001 place-notice by dispute
2025-05-30  ? books balance
