# an invoice of the fee only for who does not pay within 8 days
# union 2.6: `waived_if_paid_within`
# ignored: procedures/fee_apart_waived.yaml: fee_invoice.fee.waived_if_paid_within
policy ../policies/union_money
procedure fee_apart_waived
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-15  payment 1001 500,00
2025-04-18  payment 1002 500,00
2025-04-22  -> fee invoice F1002 Bo 60,00 due 2025-05-22
2025-05-20  ? books balance
