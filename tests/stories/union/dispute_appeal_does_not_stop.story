# an appeal does not stop payment
# union 2.8: `stopped_by` without `court_case`
# ignored: procedures/appeal_does_not_stop.yaml: reminder.stopped_by
policy ../policies/union_people
procedure appeal_does_not_stop
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  hold court_case 1001 "överklagat"
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-30  ? books balance
