# the service before the agency
# union 2.4: `hand_over` after the notice
# ignored: procedures/service_before_agency.yaml: hand_over.after = reminder
policy ../policies/union_tracks
procedure service_before_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> place-notice Anna 1001, pay by 2025-05-08
2025-05-09  -> hand-over Anna 1001
2025-05-30  ? books balance
