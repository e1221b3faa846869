# a last day to pay on a day off falls on the banking day before, as for rent
# union 2.2: `pay_by_falls: previous_banking_day`
# ignored: procedures/last_day_falls_earlier.yaml: reminder.pay_by_falls
policy ../policies/union_time
procedure last_day_falls_earlier
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-17
2025-04-30  ? books balance
