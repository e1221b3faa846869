# what a letter has promised waits until somebody reports it done
# union 2.4: `does: await_report`
# ignored: procedures/obligation.yaml: disconnection
policy ../policies/union_tracks
procedure obligation
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> disconnection-notice Anna 1001, pay by 2025-05-08
2025-06-16  ? waits 1001 disconnection for report of technician
2025-06-20  ? books balance
