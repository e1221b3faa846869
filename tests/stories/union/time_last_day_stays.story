# a last day to pay stays on a day off
# union 2.2: `pay_by_falls: any_day`
# ignored: procedures/last_day_stays.yaml: reminder.pay_by_falls
policy ../policies/union_time
procedure last_day_stays
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-19
2025-04-30  ? books balance
