# banking days
# union 2.2: `wait: 6 banking days`
# ignored: procedures/banking_days.yaml: reminder.wait = 6 days
policy ../policies/union_time
procedure banking_days
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-08  -> reminder Anna 1001, pay by 2025-04-22
2025-06-30  ? books balance
