# working days
# union 2.2: `wait: 7 working days`
# ignored: procedures/working_days.yaml: reminder.wait = 7 days
policy ../policies/union_time
procedure working_days
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-06-30  ? books balance
