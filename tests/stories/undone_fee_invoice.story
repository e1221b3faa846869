# a fee's own invoice is withdrawn with its night, also when it was paid, and is made anew
# rows S10, N3
policy policies/union_money
procedure fee_apart
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-10  -> fee invoice F1001 Anna 60,00 due 2025-05-12
2025-04-14  payment 1001 500,00
2025-04-15  undo night 2025-04-10 not before 2025-04-22 "fel avgift"
2025-04-15  ? status F1001 VOID
2025-04-15  ? balance F1001 0,00
2025-04-22  -> fee invoice F1001/2 Anna 60,00 due 2025-05-22
2025-04-22  ? books balance
