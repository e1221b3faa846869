# the service only after the agency
# union 2.4: a step after `hand_over`
# ignored: procedures/service_after_agency.yaml: place_notice.after = reminder
policy ../policies/union_tracks
procedure service_after_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-06  -> place-notice Anna 1001
2025-05-30  ? books balance
