# no reminder of a small amount to an address abroad
# union 2.6: `unless: {marks, open_at_most}`
# ignored: procedures/no_reminder_abroad.yaml: reminder.unless
policy ../policies/union_money
procedure no_reminder_abroad
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks foreign_address
2025-03-03  invoice 1002 Bo 600,00 due 2025-03-31 marks foreign_address
2025-03-03  invoice 1003 Cilla 500,00 due 2025-03-31
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-30  ? books balance
