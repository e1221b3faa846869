# a claim follows the version in force on its due date
# union 2.12: `valid_from`; `version_by: due_date`
# ignored: procedures/by_due_date_*.yaml: version_by = invoice_date
policy ../policies/union_versions
procedure by_due_date
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-24  invoice 1002 Bo 500,00 due 2025-04-23
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-22  -> reminder Bo 1002, pay by 2025-06-05
2025-06-30  ? books balance
