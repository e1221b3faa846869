# who may find what a step needs: the committee decides, and nobody else
# union 2.10: `needs: [{clearance, by}]`
# ignored: procedures/evicted.yaml: order_of_eviction.needs = [committee_decision]
policy ../policies/union_more
procedure evicted
2025-03-03  invoice 1001 Anna 5 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? finding committee_decision 1001 by committee
2025-04-09  ? finding verdict 1001 by anybody
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-12  clear committee_decision 1001 "uppsägning beslutad"
2025-05-12  ? waits 1001 order-of-eviction for report of enforcement authority
2025-05-30  ? books balance
