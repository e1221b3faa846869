# running claims follow the new version
# union 2.12: `version_by: step_day`
# ignored: procedures/by_step_day_*.yaml: version_by
policy ../policies/union_versions
procedure by_step_day
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-24  invoice 1002 Bo 500,00 due 2025-04-23
2025-04-30  -> reminder Anna 1001, pay by 2025-05-14
2025-05-22  -> reminder Bo 1002, pay by 2025-06-05
2025-06-30  ? books balance
