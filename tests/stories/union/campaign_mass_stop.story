# everything is stopped for some invoices, and goes on when the fault is mended
# union 2.12: campaign: `stops`, `numbers`
# ignored: campaigns/mass_stop.yaml: stops
policy ../policies/union_versions
procedure mass_stop
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-06-05  -> reminder Anna 1001, pay by 2025-06-19
2025-06-30  ? books balance
