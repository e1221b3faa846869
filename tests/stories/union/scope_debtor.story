# a business follows another procedure than a person
# union 2.1: `applies_to.debtors`
# ignored: procedures/businesses.yaml: applies_to.debtors = [estate]
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind parking
2025-03-03  invoice 1002 Bolaget 500,00 due 2025-03-31 kind parking as organization
2025-04-07  -> reminder Bolaget 1002, pay by 2025-04-22
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  ? books balance
