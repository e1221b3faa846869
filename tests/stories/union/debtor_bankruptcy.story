# a bankruptcy stops everything
# union 2.9: hold `bankruptcy`
# ignored: procedures/bankruptcy.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure bankruptcy
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  hold bankruptcy Anna "konkurs"
2025-05-20  ? stopped 1001 reminder by bankruptcy
2025-05-30  ? books balance
