# a demand that entered interest is undone after a part was paid: the money pays the debt itself
# rows N3, N4
policy policies/union_money
procedure interest_on_demand
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-24  -> interest 1001 144,66
2025-04-28  payment 1001 1 000,00
2025-04-28  ? balance 1001 19 144,66
2025-04-29  undo night 2025-04-24 not before 2025-05-05 "räntan var fel"
2025-04-29  ? balance 1001 19 000,00
2025-04-29  ? waits 1001 collection-demand until 2025-05-05
2025-05-05  -> collection-demand Anna 1001, pay by 2025-05-19
2025-05-05  -> interest 1001 208,85
2025-05-05  ? books balance
