# counted from the due date
# union 2.2: `after: due`
# ignored: procedures/from_due_date.yaml: reminder.after = billed
policy ../policies/union_time
procedure from_due_date
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-05-15  -> reminder Anna 1001, pay by 2025-05-30
2025-06-30  ? books balance
