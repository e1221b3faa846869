# one reminder fee a debt, however many reminders
# union 2.6: always so
# ignored: procedures/fee_once.yaml: reminder.fee
policy ../policies/union_money
procedure fee_once
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> reminder-second Anna 1001, pay by 2025-05-08
2025-04-24  ? balance 1001 550,00
2025-04-30  ? books balance
