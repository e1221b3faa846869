# eviction, when there is a verdict and social services know
# union 2.3: `in_law: enforcement`, `needs: [verdict, social_services_informed]`
# ignored: procedures/evicted.yaml: eviction.needs = [verdict]
# ignored: procedures/evicted.yaml: eviction.wait = 3 days
policy ../policies/union_more
procedure evicted
2025-03-03  invoice 1001 Anna 5 000,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-12  clear committee_decision 1001 "uppsägning beslutad"
2025-05-13  report order-of-eviction 1001
2025-05-20  ? waits 1001 eviction until 2025-06-03
2025-06-04  clear verdict 1001 "utslag"
2025-06-04  ? stopped 1001 eviction by needs social services informed
2025-06-05  clear social_services_informed 1001 "underrättade"
2025-06-05  ? waits 1001 eviction for report of enforcement authority
2025-06-30  ? books balance
