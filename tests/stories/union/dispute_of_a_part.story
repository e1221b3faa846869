# a part is disputed: it is credited and billed apart, and the rest goes on
# union 2.8: a hold on an invoice
# ignored: procedures/of_a_part.yaml: reminder.stopped_by = [deferral]
policy ../policies/union_people
procedure of_a_part
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-24  credit 1001 100,00 "en timme bestrids, faktureras för sig"
2025-03-24  invoice 1002 Anna 100,00 due 2025-04-23
2025-03-24  hold dispute 1002 "bestrider timmen"
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-30  ? books balance
