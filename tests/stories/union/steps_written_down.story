# written down in the books, and still collected
# union 2.3: `does: write_down`
# union 2.11: `does: write_down`, `wait: 12 months`
# ignored: procedures/written_down.yaml: written_down
# ignored: procedures/written_down.yaml: written_down.does = write_off
policy ../policies/union_books
procedure written_down
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bertil 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bertil 1002, pay by 2025-04-23
2025-04-30  payment 1002 200,00
2026-03-31  -> write-down 1001 500,00
2026-03-31  -> write-down 1002 300,00
2026-03-31  ? balance 1001 500,00
2026-03-31  ? books balance
2026-04-01  payment 1002 300,00
2026-04-01  ? status 1002 PAID
2026-04-01  ? books balance
2026-05-04  ? status 1001 REMINDER
