# a company in the group has rules of its own, and never shares a letter
# union 2.1: a folder for each creditor
# ignored: waterworks/procedures/water.yaml: reminder.wait = 7 working days
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind sports
2025-03-03  invoice 1002 Anna 500,00 due 2025-03-31 kind water
2025-04-03  -> reminder Anna 1001, pay by 2025-04-17
2025-04-23  -> reminder Anna 1002, pay by 2025-05-07
2025-04-30  ? books balance
