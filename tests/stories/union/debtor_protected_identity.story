# a protected identity: no agency without a person's decision, and a person sends the letters
# union 2.9: hold `protected_identity`
# ignored: procedures/protected_identity.yaml: hand_over.stopped_by = [dispute, installment_plan]
policy ../policies/union_people
procedure protected_identity
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  hold protected_identity Anna "skyddade uppgifter"
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-20  ? stopped 1001 hand-over by protected identity
2025-05-26  clear protected_identity_permitted 1001 "prövat mot OSL 22 kap. 1 §"
2025-06-09  -> hand-over Anna 1001
2025-06-30  ? books balance
