# a department runs a chain of its own
# union 2.1: `applies_to.departments`
# ignored: procedures/north.yaml: applies_to.departments = [south]
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind sports department north
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 kind sports department south
2025-04-03  -> reminder Anna 1001, pay by 2025-04-17
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  ? books balance
