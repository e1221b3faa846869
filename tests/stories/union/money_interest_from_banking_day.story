# interest from the banking day on which payment is still in time
# union 2.6: `runs_from: banking_due_date`
# ignored: procedures/interest_from_banking_day.yaml: interest.runs_from = due_date
policy ../policies/union_money
procedure interest_from_banking_day
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-29
2025-04-08  -> reminder Anna 1001, pay by 2025-04-22
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 361,64 due 2025-07-02
2025-06-16  ? books balance
