# the debt is set off against wages, if the debtor agrees
# union 2.6: an `await_report` step `by: payroll`, `needs: [consent]`
# ignored: procedures/wages.yaml: set_off.needs
policy ../policies/union_more
procedure wages
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  ? stopped 1001 set-off by needs consent
2025-04-29  clear consent 1001 "har skrivit under"
2025-04-29  ? waits 1001 set-off for report of payroll
2025-04-30  report set-off 1001
2025-05-27  payment 1001 500,00
2025-05-27  ? status 1001 PAID
2025-05-30  ? books balance
