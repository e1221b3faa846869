# a final invoice is never carried
# union 2.6: `carry: {unless_marks}`
# ignored: procedures/final_not_carried.yaml: carry.unless_marks
policy ../policies/union_money
procedure final_not_carried
2025-03-03  invoice 1001 Anna 80,00 due 2025-03-31 marks final_invoice
2025-03-03  invoice 1002 Bo 80,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-07-31  ? books balance
