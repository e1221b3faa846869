# counted from the original due date although other steps lie between
# union 2.2: `also_after`
# ignored: procedures/original_due_date.yaml: hand_over.also_after
policy ../policies/union_time
procedure original_due_date
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-15  -> hand-over Anna 1001
2025-06-30  ? books balance
