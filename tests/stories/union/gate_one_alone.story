# a person decides otherwise about one invoice, with the reason
# union 2.10: a hold on an invoice
# ignored: code: reskontra.domain.claim.Hold.covers = false
policy ../policies/union_people
procedure one_alone
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Anna 1002, pay by 2025-04-23
2025-04-22  hold investigation 1002 "enhetschefen vill vänta"
2025-04-24  -> hand-over Anna 1001
2025-05-12  ? stopped 1002 hand-over by investigation
2025-05-30  ? books balance
