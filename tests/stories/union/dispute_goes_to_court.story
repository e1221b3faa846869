# what is disputed goes to court, and not to an order to pay
# union 2.8: `stopped_by` of the court step
# ignored: procedures/goes_to_court.yaml: court.stopped_by
policy ../policies/union_people
procedure goes_to_court
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-12  hold dispute 1001 "bestrider"
2025-05-14  clear committee_decision 1001 "stäm"
2025-05-20  ? stopped 1001 order-to-pay by dispute
2025-05-20  ? waits 1001 court for report of court
2025-05-30  ? books balance
