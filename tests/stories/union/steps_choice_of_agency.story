# one of two agencies
# union 2.3: `to`
# ignored: procedures/choice_of_agency.yaml: hand_over_other.only_if = {debtors: [estate]}
# ignored: procedures/choice_of_agency.yaml: hand_over_other.to
policy ../policies/union_steps
procedure choice_of_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bolaget 500,00 due 2025-03-31 as organization
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bolaget 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-04-24  -> hand-over-other Bolaget 1002
2025-04-25  ? agency 1001 Exempel Inkasso AB
2025-04-25  ? agency 1002 Andra Inkasso AB
2025-06-30  ? books balance
