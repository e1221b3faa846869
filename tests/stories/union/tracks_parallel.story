# the money and the service go on side by side
# union 2.4: two steps after the same one
# ignored: procedures/parallel.yaml: place_notice.after = hand_over
policy ../policies/union_tracks
procedure parallel
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> place-notice Anna 1001, pay by 2025-05-08
2025-04-24  -> hand-over Anna 1001
2025-05-12  ? waits 1001 service-ended for report of department
2025-05-30  ? books balance
