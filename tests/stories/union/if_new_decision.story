# a part payment asks for a new decision
# union 2.5: `needs: [{clearance: officer_decision, after_part_payment: true}]`
# ignored: procedures/new_decision.yaml: hand_over.needs.0.after_part_payment
policy ../policies/union_conditions
procedure new_decision
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-14  clear officer_decision 1001 "gå vidare"
2025-04-22  payment 1001 100,00
2025-05-05  ? stopped 1001 hand-over by needs officer decision
2025-05-12  clear officer_decision 1001 "gå vidare ändå"
2025-05-12  -> hand-over Anna 1001
2025-05-30  ? books balance
