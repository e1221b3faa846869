# two variants run side by side for a time
# union 2.1: `applies_to.facilities`
# ignored: procedures/new_way.yaml: applies_to.facilities = [Torggatan]
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind fibre facility Hamngatan
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 kind fibre facility Torggatan
2025-04-04  -> reminder Anna 1001, pay by 2025-04-22
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  ? books balance
