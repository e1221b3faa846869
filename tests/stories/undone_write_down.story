# what a night wrote down in the books is valued as before, and written down anew when it is said
# rows S11
policy policies/union_books
procedure written_down
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2026-03-31  -> write-down 1001 500,00
2026-04-01  undo night 2026-03-31 not before 2026-04-09 "bokslutet var inte klart"
2026-04-01  ? balance 1001 500,00
2026-04-07  payment 1001 200,00
2026-04-09  -> write-down 1001 300,00
2026-04-09  ? books balance
