# written off when the year is closed
# union 2.11: `on_days: each quarter on the last banking day`
# ignored: procedures/written_off_at_closing.yaml: write_off.on_days = each month on the 1st
policy ../policies/union_ending
procedure written_off_at_closing
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-12-30  -> write-off 1001 500,00
2026-01-31  ? books balance
