# no least amount: one krona is reminded of
# union 2.6: no key
# ignored: procedures/no_least_amount.yaml: reminder.only_if = {open_at_least: 50 kr}
policy ../policies/union_money
procedure no_least_amount
2025-03-03  invoice 1001 Anna 1,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  ? books balance
