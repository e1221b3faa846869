# what is paid too much is kept if small or bound, set off against the next invoice, or paid out
# union 2.6: no refund below; netting below, pay-out above; credit with restricted use
# ignored: creditor.yaml: refunds.kept_below
# ignored: creditor.yaml: refunds.next_invoice_below
# ignored: creditor.yaml: refunds.bound_kinds
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1002 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1004 Cilla 300,00 due 2025-03-31 kind care
2025-03-03  invoice 1005 Cilla 300,00 due 2025-03-31
2025-03-20  payment 1001 324,99
2025-03-20  payment 1002 325,00
2025-03-20  payment 1003 400,00
2025-03-20  payment 1004 500,00
2025-03-20  payment 1005 300,00
2025-03-20  ? refund 1001 24,99 kept
2025-03-20  ? refund 1002 25,00 next invoice
2025-03-20  ? refund 1003 100,00 paid out
2025-03-20  ? refund 1004 200,00 kept
2025-03-20  ? refund 1005 none
