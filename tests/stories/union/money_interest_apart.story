# interest on an invoice of its own, after the last payment
# union 2.6: `does: interest_invoice`, `after: paid`
# ignored: procedures/interest_apart.yaml: late_interest
policy ../policies/union_money
procedure interest_apart
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  payment 1001 5 000,00
2025-05-30  payment 1001 15 000,00
2025-06-02  -> interest invoice R1001 Anna 316,44 due 2025-07-02
2025-06-16  ? books balance
