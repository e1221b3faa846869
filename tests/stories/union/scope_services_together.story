# which services the debtor has decides, as waste alone
# union 2.1: `applies_to.party_has_only`
# ignored: procedures/waste_alone.yaml: applies_to.party_has_only = [waste, sports]
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind waste
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 kind waste
2025-03-03  invoice 1003 Bo 500,00 due 2025-04-30 kind sports
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-14  -> reminder Anna 1001, pay by 2025-04-28
2025-04-30  ? books balance
