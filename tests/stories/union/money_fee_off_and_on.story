# one fee to close and another to open
# union 2.6: a `fee` on each step
# ignored: procedures/fee_off_and_on.yaml: reopening.fee
policy ../policies/union_money
procedure fee_off_and_on
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report block 1001
2025-04-29  report reopening 1001
2025-04-30  ? balance 1001 1 700,00
2025-05-05  ? books balance
