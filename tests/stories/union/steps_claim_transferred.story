# the agency buys the claim: a dispute is its own to answer, and nothing is called back
# union 2.3: `transfers_claim`
# ignored: procedures/transferred.yaml: hand_over.transfers_claim
policy ../policies/union_more
procedure transferred
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-04-28  hold dispute 1001 "fel belopp"
2025-04-30  ? agency 1001 Exempel Inkasso AB
2025-05-12  ? status 1001 TRANSFERRED
2025-05-12  ? balance 1001 0,00
2025-05-12  ? books balance
