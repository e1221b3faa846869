# a campaign for invoices of certain days
# union 2.12: campaign: `invoiced`
# ignored: campaigns/filter_invoice_date.yaml: invoiced
policy ../policies/union_versions
procedure filter_invoice_date
2025-02-24  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-06-11  -> reminder Bo 1002, pay by 2025-06-25
2025-06-30  ? books balance
