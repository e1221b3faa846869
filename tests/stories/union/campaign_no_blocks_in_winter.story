# a season: nothing is cut off in winter
# union 2.5: campaign: `stops`
# ignored: campaigns/no_blocks_in_winter.yaml: last_day = 2025-01-31
policy ../policies/union_versions
procedure no_blocks_in_winter
2024-10-28  invoice 1001 Anna 500,00 due 2024-11-25
2025-03-03  ? stopped 1001 reminder by campaign until 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-06-30  ? books balance
