# interest given up by a decision, with its reason
# union 2.6: `relieve`, no key
# ignored: code: reskontra.domain.relief.Relief.covers = false
policy ../policies/union_money
procedure interest_given_up
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  relieve 1001 1/2 from 2025-04-01 until 2025-04-30 "Lång sjukdom" "KS 2025/118"
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 271,23 due 2025-07-02
2025-06-16  ? books balance
