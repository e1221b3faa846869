# another fee in the evening
# union 2.6: `rates`
# ignored: procedures/fee_by_hour.yaml: block.fee.rates.evening = 800 kr
policy ../policies/union_money
procedure fee_by_hour
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-28  report block 1001
2025-04-28  report block 1002 rate evening
2025-04-29  ? balance 1001 1 300,00
2025-04-29  ? balance 1002 2 100,00
2025-05-05  ? books balance
