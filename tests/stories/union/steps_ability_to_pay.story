# an assessment of the ability to pay comes first
# union 2.3: `needs: [ability_to_pay]`
# ignored: procedures/ability_to_pay.yaml: hand_over.needs
policy ../policies/union_steps
procedure ability_to_pay
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-12  ? stopped 1001 hand-over by needs ability to pay
2025-05-13  clear ability_to_pay 1001 "kan betala"
2025-05-13  -> hand-over Anna 1001
2025-06-30  ? books balance
