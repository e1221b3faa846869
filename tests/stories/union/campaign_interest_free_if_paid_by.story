# no interest on what is paid whole by a day; what is paid after it bears interest from the first
# union 2.12: campaign: `interest_free_if_paid_by`
# ignored: campaigns/late_invoices.yaml
# ignored: campaigns/late_invoices.yaml: interest_free_if_paid_by = 2025-05-25
policy ../policies/union_books
procedure water
2025-03-03  invoice 1001 Anna 10 000,00 due 2025-03-31
2025-03-03  invoice 1002 Bertil 10 000,00 due 2025-03-31
2025-03-03  invoice 1003 Cilla 10 000,00 due 2025-03-31
2025-04-25  payment 1001 10 000,00
2025-04-25  payment 1003 9 000,00
2025-04-28  payment 1002 10 000,00
2025-04-28  payment 1003 1 000,00
2025-04-29  -> interest invoice R1002 Bertil 84,38 due 2025-05-30
2025-04-29  -> interest invoice R1003 Cilla 76,25 due 2025-05-30
2025-04-30  ? books balance
