# a time without fees
# union 2.12: campaign: `fee_free`
# ignored: campaigns/no_fees.yaml
policy ../policies/union_versions
procedure no_fees
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-03  invoice 1002 Bo 500,00 due 2025-05-02
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? balance 1001 500,00
2025-05-13  -> reminder Bo 1002, pay by 2025-05-27
2025-05-15  ? balance 1002 560,00
2025-06-30  ? books balance
