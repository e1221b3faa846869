# a calendar of days, set for the year
# union 2.2: `on_days: on 2025-03-19, 2025-04-16, …`
# ignored: procedures/fixed_calendar.yaml: reminder.on_days
policy ../policies/union_time
procedure fixed_calendar
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-16  -> reminder Anna 1001, pay by 2025-04-30
2025-06-30  ? books balance
