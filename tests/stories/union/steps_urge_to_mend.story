# an urge to mend the neglect, with its own time
# union 2.3: `letter: notice` with `text` and `pay_within`
# ignored: procedures/urge_to_mend.yaml: urge.pay_within = 10 days
policy ../policies/union_steps
procedure urge_to_mend
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> urge Anna 1001, pay by 2025-05-08
2025-05-30  ? waits 1001 contract-ended for report of department
2025-06-30  ? books balance
