# a notice before the due date
# union 2.3: `letter: notice`, `wait: 5 days before`
# ignored: procedures/notice_before_due.yaml: due_soon
policy ../policies/union_steps
procedure notice_before_due
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-03-20  payment 1002 500,00
2025-03-26  -> due-soon Anna 1001
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  ? books balance
