# interest with the next invoice, alone when none comes
# union 2.6: `joins_next_invoice`
# ignored: procedures/interest_with_next_invoice.yaml: late_interest.joins_next_invoice
policy ../policies/union_money
procedure interest_with_next_invoice
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-14  payment 1001 20 000,00
2025-04-14  payment 1002 20 000,00
2025-05-05  invoice 1003 Anna 500,00 due 2025-06-02
2025-05-05  -> interest invoice R1001 Anna 84,38 due 2025-06-02
2025-06-02  payment 1003 500,00
2025-06-12  -> reminder Anna R1001, pay by 2025-06-26
2025-06-16  -> interest invoice R1002 Bo 84,38 due 2025-07-16
2025-07-01  ? books balance
