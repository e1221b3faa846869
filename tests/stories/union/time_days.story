# calendar days
# union 2.2: `wait: 10 days`
# ignored: procedures/days.yaml: reminder.wait = 10 working days
policy ../policies/union_time
procedure days
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-10  -> reminder Anna 1001, pay by 2025-04-24
2025-06-30  ? books balance
