# a least service is kept: reduced, not cut
# union 2.5: `only_if` and `unless` on two steps
# ignored: procedures/minimum_service.yaml: throttling.only_if = {marks: [tenant]}
policy ../policies/union_conditions
procedure minimum_service
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks children_in_home
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-20  ? waits 1001 throttling for report of technician
2025-05-20  ? stopped 1001 service-ended by not concerned
2025-05-30  ? books balance
