# a fee with the next invoice, alone when none comes
# union 2.6: `joins_next_invoice: 2 months`
# ignored: procedures/fee_with_next_invoice.yaml: fee_invoice.joins_next_invoice
policy ../policies/union_money
procedure fee_with_next_invoice
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-05-05  invoice 1003 Anna 500,00 due 2025-06-02
2025-05-05  -> fee invoice F1001 Anna 60,00 due 2025-06-02
2025-06-02  payment 1003 500,00
2025-06-10  -> fee invoice F1002 Bo 60,00 due 2025-07-10
2025-06-12  -> reminder Anna F1001, pay by 2025-06-26
2025-06-16  ? books balance
