# a fee on the letter itself
# union 2.6: `fee` on the step
# ignored: procedures/fee_on_letter.yaml: reminder.fee
policy ../policies/union_money
procedure fee_on_letter
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? balance 1001 560,00
2025-04-30  ? books balance
