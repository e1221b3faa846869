# where there are children a report takes the place of the suspension
# union 2.4: `unless` on one step, `only_if` on the other
# ignored: procedures/replaced_for_children.yaml: service_ended.unless
policy ../policies/union_tracks
procedure replaced_for_children
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks children_in_home
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  ? stopped 1001 service-ended by not concerned
2025-04-24  ? waits 1001 concern-told for report of social services
2025-04-30  ? books balance
