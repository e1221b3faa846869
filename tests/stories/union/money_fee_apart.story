# a fee on an invoice of its own
# union 2.6: `does: fee_invoice`
# ignored: procedures/fee_apart.yaml: fee_invoice
policy ../policies/union_money
procedure fee_apart
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-10  -> fee invoice F1001 Anna 60,00 due 2025-05-12
2025-04-30  ? books balance
