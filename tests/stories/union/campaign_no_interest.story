# a time without interest
# union 2.12: campaign: `interest_free`
# ignored: campaigns/no_interest.yaml
policy ../policies/union_versions
procedure no_interest
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 180,82 due 2025-07-02
2025-06-30  ? books balance
