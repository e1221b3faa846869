# a campaign for some debtors
# union 2.12: campaign: `applies_to`
# ignored: campaigns/filter_debtor.yaml: applies_to.debtors
policy ../policies/union_versions
procedure filter_debtor
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bolaget 500,00 due 2025-03-31 as organization
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-06-11  -> reminder Bolaget 1002, pay by 2025-06-25
2025-06-30  ? books balance
