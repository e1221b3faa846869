# the place is ended first, and the agency comes after
# union 2.4: `hand_over` after an `await_report`
# ignored: procedures/ended_then_agency.yaml: hand_over.after = reminder
policy ../policies/union_tracks
procedure ended_then_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-12  report service-ended 1001
2025-05-13  -> hand-over Anna 1001
2025-05-30  ? books balance
