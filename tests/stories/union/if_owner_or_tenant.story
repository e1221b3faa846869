# the property owner, never the tenant
# union 2.5: `marks`
# ignored: procedures/owner_or_tenant.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure owner_or_tenant
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks property_owner
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 marks tenant
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
