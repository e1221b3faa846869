# interest on the claim alone, never on fees
# union 2.6: always so
# ignored: code: reskontra.domain.claim.Claim.principal_owed_from_start_ore = 2006000
policy ../policies/union_money
procedure interest_on_the_claim_alone
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 20 060,00
2025-06-02  -> interest invoice R1001 Anna 361,64 due 2025-07-02
2025-06-16  ? books balance
