# nothing before the time to object has passed
# union 2.8: `also_after: [{after: billed, wait: 8 days}]`
# ignored: procedures/window.yaml: reminder.also_after
policy ../policies/union_people
procedure window
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-05
2025-03-11  -> reminder Anna 1001, pay by 2025-03-25
2025-03-31  ? books balance
