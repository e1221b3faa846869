# a claim is given up and closed
# union 2.3: `does: write_off`
# ignored: procedures/written_off.yaml: write_off
policy ../policies/union_steps
procedure written_off
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2026-03-31  -> write-off 1001 500,00
2026-04-01  ? status 1001 WRITTEN_OFF
2026-04-10  ? books balance
