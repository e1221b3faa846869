# either the place or the agency, never both
# union 2.4: `only_if: {not_taken: […]}`
# ignored: procedures/either_or.yaml: hand_over.only_if
policy ../policies/union_tracks
procedure either_or
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report service-ended 1001
2025-05-12  ? stopped 1001 hand-over by not concerned
2025-05-30  ? books balance
