# a small invoice waits no longer than so
# union 2.6: `carry: {at_latest}`
# ignored: procedures/carried_no_longer.yaml: carry.at_latest = 12 months
policy ../policies/union_money
procedure carried_no_longer
2025-03-03  invoice 1001 Anna 80,00 due 2025-03-31
2025-06-11  -> reminder Anna 1001, pay by 2025-06-25
2025-07-31  ? books balance
