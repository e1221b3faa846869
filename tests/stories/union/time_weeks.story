# weeks
# union 2.2: `wait: 2 weeks`
# ignored: procedures/weeks.yaml: reminder.wait = 2 days
policy ../policies/union_time
procedure weeks
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-14  -> reminder Anna 1001, pay by 2025-04-28
2025-06-30  ? books balance
