# a campaign for invoices due on certain days
# union 2.12: campaign: `due`
# ignored: campaigns/filter_due_date.yaml: due
policy ../policies/union_versions
procedure filter_due_date
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-04-02
2025-04-11  -> reminder Bo 1002, pay by 2025-04-25
2025-06-11  -> reminder Anna 1001, pay by 2025-06-25
2025-06-30  ? books balance
