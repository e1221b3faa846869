# counted from the invoice date
# union 2.2: `after: billed`
# ignored: procedures/from_invoice_date.yaml: reminder.after = due
policy ../policies/union_time
procedure from_invoice_date
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-17  -> reminder Anna 1001, pay by 2025-05-02
2025-06-30  ? books balance
