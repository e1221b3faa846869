# counted from the day that a reminder was sent
# union 2.2: `counted_from: day`
# ignored: procedures/from_sending.yaml: hand_over.counted_from = pay_by
policy ../policies/union_time
procedure from_sending
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-09  -> hand-over Anna 1001
2025-06-30  ? books balance
