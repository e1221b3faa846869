# what the agency does stops too
# union 2.8: every hold when `stopped_by` is left out
# ignored: code: reskontra.domain.claim.Hold.covers = false
policy ../policies/union_people
procedure stops_the_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-04-28  hold dispute 1001 "fel krav"
2025-04-28  -> recall Anna 1001 for dispute
2025-05-20  ? stopped 1001 collection-demand by dispute
2025-05-30  ? books balance
