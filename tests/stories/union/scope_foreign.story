# a debtor abroad follows another procedure
# union 2.1: `applies_to.marks`
# ignored: procedures/abroad.yaml: applies_to.marks = [tenant]
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind library marks foreign_address
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 kind library
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  -> reminder Anna 1001, pay by 2025-05-14
2025-05-30  ? books balance
