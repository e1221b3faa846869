# a last day to pay on a day off falls on the next banking day
# union 2.2: `pay_by_falls: next_banking_day`
# ignored: procedures/last_day_falls_later.yaml: reminder.pay_by_falls = any_day
policy ../policies/union_time
procedure last_day_falls_later
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-22
2025-04-30  ? books balance
