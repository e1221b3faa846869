# a block already with the reminder
# union 2.4: `counted_from: day`, `wait: 0 days`
# ignored: procedures/block_at_reminder.yaml: block.counted_from = pay_by
policy ../policies/union_tracks
procedure block_at_reminder
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-10  ? waits 1001 block for report of department
2025-04-30  ? books balance
