# an old finding does not count
# union 2.10: `fresh_within: 1 month`
# ignored: procedures/finding_grows_old.yaml: hand_over.needs.0.fresh_within
policy ../policies/union_people
procedure finding_grows_old
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  clear ability_to_pay 1001 "kan betala"
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-05  ? stopped 1001 hand-over by needs ability to pay
2025-06-30  ? books balance
