# opened again within three working days
# union 2.11: `wait: 3 working days`
# ignored: procedures/opened_within_days.yaml: opened.wait = 1 working day
policy ../policies/union_ending
procedure opened_within_days
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report block 1001
2025-05-05  payment 1001 500,00
2025-05-06  ? waits 1001 opened until 2025-05-08
2025-05-15  ? books balance
