# which part a payment pays first
# union 2.6: `allocation`
# ignored: procedures/allocation.yaml: allocation = [fee, interest, principal]
policy ../policies/union_money
procedure allocation
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  payment 1001 20 000,00
2025-06-30  payment 1001 60,00
2025-07-01  -> interest invoice R1001 Anna 180,82 due 2025-07-31
2025-07-10  ? books balance
