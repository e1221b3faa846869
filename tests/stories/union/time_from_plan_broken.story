# counted from the day that a plan is broken
# union 2.2: `after: plan_broken`
# ignored: procedures/findings.yaml: reminder_second.after = due
policy ../policies/union_time
procedure findings
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-06  clear plan_broken 1001 "bruten"
2025-05-13  -> reminder-second Anna 1001, pay by 2025-05-27
2025-06-30  ? books balance
