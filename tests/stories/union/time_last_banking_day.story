# the last banking day of the month
# union 2.2: `on_days: each month on the last banking day`
# ignored: procedures/last_banking_day.yaml: reminder.on_days = each month on the last day
policy ../policies/union_time
procedure last_banking_day
2025-05-02  invoice 1001 Anna 500,00 due 2025-05-20
2025-05-30  -> reminder Anna 1001, pay by 2025-06-13
2025-06-30  ? books balance
