# counted from the last day to pay of a reminder
# union 2.2: `counted_from: pay_by`
# ignored: procedures/from_last_day_to_pay.yaml: hand_over.counted_from = day
policy ../policies/union_time
procedure from_last_day_to_pay
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-23  -> hand-over Anna 1001
2025-06-30  ? books balance
