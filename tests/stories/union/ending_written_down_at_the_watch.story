# written down in the books when it goes to long-term watch
# union 2.11: `does: write_down` after the hand-over to the watch
# ignored: procedures/watched.yaml: written_down
policy ../policies/union_more
procedure watched
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-10-27  report returned 1001
2025-10-28  -> hand-over-watch Anna 1001
2025-10-28  -> write-down 1001 500,00
2025-10-28  ? balance 1001 500,00
2025-11-30  ? books balance
