# a small invoice falls due with the next one
# union 2.6: `carry: {below}`
# ignored: procedures/carried.yaml: carry
policy ../policies/union_money
procedure carried
2025-03-03  invoice 1001 Anna 80,00 due 2025-03-31
2025-06-02  invoice 1002 Anna 500,00 due 2025-06-30
2025-07-09  -> reminder Anna 1001, pay by 2025-07-23
2025-07-09  -> reminder Anna 1002, pay by 2025-07-23
2025-07-31  ? books balance
