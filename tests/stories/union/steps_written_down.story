# written down in the books, and still collected
# union 2.3: `by: finance_manager`: nothing is taken off the claim
# ignored: procedures/others_perform.yaml: written_down.wait = 6 months
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2026-03-30  ? waits 1001 written-down until 2026-03-31
2026-03-31  ? waits 1001 written-down for report of finance manager
2026-04-01  report written-down 1001
2026-04-01  ? balance 1001 500,00
2026-04-01  ? books balance
