# once a month, on the 15th
# union 2.2: `on_days: each month on the 15th`
# ignored: procedures/day_of_month.yaml: reminder.on_days
policy ../policies/union_time
procedure day_of_month
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-15  -> reminder Anna 1001, pay by 2025-04-29
2025-06-30  ? books balance
