# the second time within a year it is closed at once
# union 2.11: `party: {steps: [block], steps_taken}`
# ignored: procedures/again_at_once.yaml: block_at_once.only_if
policy ../policies/union_ending
procedure again_at_once
2024-11-04  invoice 900 Anna 500,00 due 2024-12-02
2024-12-11  -> reminder Anna 900, pay by 2024-12-27
2025-01-07  report block 900
2025-01-10  payment 900 500,00
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-02  ? waits 1001 block-at-once for report of technician
2025-04-02  ? stopped 1002 block-at-once by party
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  ? books balance
