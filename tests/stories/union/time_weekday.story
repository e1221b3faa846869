# on one day of the week
# union 2.2: `on_days: each thursday`
# ignored: procedures/weekday.yaml: reminder.on_days
policy ../policies/union_time
procedure weekday
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-10  -> reminder Anna 1001, pay by 2025-04-24
2025-06-30  ? books balance
