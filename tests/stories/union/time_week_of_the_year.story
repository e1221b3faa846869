# in a week of the year
# union 2.2: `on_days: each thursday of weeks 8, 21, 34`
# ignored: procedures/week_of_the_year.yaml: reminder.on_days
# ignored: procedures/week_of_the_year.yaml: reminder.on_days = each thursday
policy ../policies/union_time
procedure week_of_the_year
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-05-22  -> reminder Anna 1001, pay by 2025-06-05
2025-06-30  ? books balance
