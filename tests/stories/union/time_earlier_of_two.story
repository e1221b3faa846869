# two clocks, the earlier one decides
# union 2.2: `wait: earlier of 10 days and 5 banking days`
# ignored: procedures/earlier_of_two.yaml: reminder.wait = 10 days
policy ../policies/union_time
procedure earlier_of_two
2025-03-17  invoice 1001 Anna 500,00 due 2025-04-14
2025-04-23  -> reminder Anna 1001, pay by 2025-05-07
2025-04-30  ? books balance
