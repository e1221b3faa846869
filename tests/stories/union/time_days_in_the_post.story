# days for the post, and for the bank, before the next step
# union 2.2: `wait` after the last day to pay
# ignored: procedures/days_in_the_post.yaml: hand_over.wait = 1 banking day
policy ../policies/union_time
procedure days_in_the_post
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-25  payment 1001 500,00
2025-05-30  ? books balance
