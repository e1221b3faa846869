# interest from the original due date in spite of more time
# union 2.6: no `free_under`
# ignored: procedures/interest_under_deferral.yaml: interest.free_under = [deferral]
policy ../policies/union_money
procedure interest_under_deferral
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-03-28  hold deferral 1001 until 2025-04-30 "till lön"
2025-04-30  payment 1001 20 000,00
2025-05-02  -> interest invoice R1001 Anna 180,82 due 2025-06-02
2025-06-12  -> reminder Anna R1001, pay by 2025-06-26
2025-06-16  ? books balance
