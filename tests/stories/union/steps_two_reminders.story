# two reminders
# union 2.3: one step after another
# ignored: procedures/two_reminders.yaml: reminder_second
policy ../policies/union_steps
procedure two_reminders
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> reminder-second Anna 1001, pay by 2025-05-08
2025-06-30  ? books balance
