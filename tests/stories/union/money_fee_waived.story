# no fee for who pays within 8 days: it is charged afterwards
# union 2.6: `does: charge_fee`, `wait: 8 days`
# ignored: procedures/fee_waived.yaml: fee_later.wait = 0 days
policy ../policies/union_money
procedure fee_waived
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-15  payment 1001 500,00
2025-04-17  -> fee 1002 60,00
2025-04-30  ? books balance
