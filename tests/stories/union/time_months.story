# months, the last day of a shorter month
# union 2.2: `wait: 1 month`
# ignored: procedures/months.yaml: reminder.wait = 31 days
policy ../policies/union_time
procedure months
2025-01-02  invoice 1001 Anna 500,00 due 2025-01-31
2025-02-28  -> reminder Anna 1001, pay by 2025-03-14
2025-03-31  ? books balance
