# a fee charged afterwards by itself is undone, though it was paid: the money is the payer's
# rows N3
policy policies/union_money
procedure fee_waived
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-17  -> fee 1002 60,00
2025-04-22  payment 1002 560,00
2025-04-23  undo night 2025-04-17 not before 2025-05-02 "avgiften var fel"
2025-04-23  ? overpaid 1002 60,00
2025-04-23  ? balance 1002 0,00
2025-05-05  ? status 1002 PAID_TOO_MUCH
2025-05-05  ? books balance
