# an interval: at the earliest after 5 days, at the latest after 10, as published
# union 2.2: `needs` with `time_out`, `as_published`
# ignored: procedures/interval.yaml: reminder.needs
policy ../policies/union_time
procedure interval
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-08  clear department_answer 1001 "påminn"
2025-04-08  -> reminder Anna 1001, pay by 2025-04-22
2025-04-10  -> reminder Bo 1002, pay by 2025-04-24
2025-04-30  ? books balance
