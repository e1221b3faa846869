# invoices that came late have a later due date
# union 2.12: campaign: `due_moves_to`, `invoiced`
# ignored: campaigns/late_invoices.yaml
policy ../policies/union_versions
procedure late_invoices
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-01  invoice 1002 Bo 500,00 due 2025-04-22
2025-05-02  -> reminder Bo 1002, pay by 2025-05-16
2025-05-12  -> reminder Anna 1001, pay by 2025-05-26
2025-06-30  ? books balance
