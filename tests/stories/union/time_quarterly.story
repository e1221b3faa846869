# in a batch each quarter
# union 2.2: `on_days: each quarter on the 1st`
# ignored: procedures/quarterly.yaml: reminder.on_days
policy ../policies/union_time
procedure quarterly
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-07-01  -> reminder Anna 1001, pay by 2025-07-15
2025-07-31  ? books balance
