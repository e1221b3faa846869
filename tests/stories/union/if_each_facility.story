# a count for each facility by itself: two unpaid, but not at the same one
# union 2.5: `party: {invoices_overdue_at_least, same_facility}`
# ignored: procedures/each_facility.yaml: hand_over.only_if.party.same_facility
policy ../policies/union_conditions
procedure each_facility
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 facility pier-1
2025-03-03  invoice 1002 Anna 300,00 due 2025-03-31 facility pier-2
2025-04-03  invoice 1003 Anna 500,00 due 2025-05-05 facility pier-1
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Anna 1002, pay by 2025-04-23
2025-05-05  ? stopped 1001 hand-over by party until 2025-05-05
2025-05-06  -> hand-over Anna 1001
2025-05-14  -> reminder Anna 1003, pay by 2025-05-28
2025-05-30  -> hand-over Anna 1003
2025-06-10  ? stopped 1002 hand-over by party
2025-06-10  ? books balance
