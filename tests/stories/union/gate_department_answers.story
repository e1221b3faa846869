# the department answers a list, and what it lets go on is taken on the 15th
# union 2.10: `needs: [department_answer]`, `on_days`
# ignored: procedures/department_answers.yaml: reminder.needs
policy ../policies/union_people
procedure department_answers
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-10  clear department_answer 1001 "påminn"
2025-04-15  -> reminder Anna 1001, pay by 2025-04-29
2025-06-30  ? books balance
