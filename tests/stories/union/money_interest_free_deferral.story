# more time without interest
# union 2.6: `free_under: [deferral]`
# ignored: procedures/interest_free_deferral.yaml: interest.free_under
policy ../policies/union_money
procedure interest_free_deferral
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-03-28  hold deferral 1001 until 2025-04-30 "till lön"
2025-05-12  -> reminder Anna 1001, pay by 2025-05-26
2025-05-15  payment 1001 20 000,00
2025-05-16  -> interest invoice R1001 Anna 90,41 due 2025-06-16
2025-06-16  ? books balance
