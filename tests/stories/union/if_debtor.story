# what the debtor is in law
# union 2.5: `debtors`
# ignored: procedures/debtor.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure debtor
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bolaget 500,00 due 2025-03-31 as organization
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bolaget 1002, pay by 2025-04-23
2025-04-24  -> hand-over Bolaget 1002
2025-05-30  ? books balance
