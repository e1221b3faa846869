# a paid claim is closed: no step follows
# union 2.3: always so
# ignored: code: reskontra.domain.claim.Claim.settled = false
policy ../policies/union_steps
procedure nothing_after_payment
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-25  payment 1001 500,00
2025-05-20  ? stopped 1001 hand-over by settled
2025-05-30  ? books balance
