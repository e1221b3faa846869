# a debt restructuring stops everything
# union 2.9: hold `debt_restructuring`
# ignored: procedures/debt_restructuring.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure debt_restructuring
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  hold debt_restructuring Anna "skuldsanering"
2025-05-20  ? stopped 1001 reminder by debt restructuring
2025-05-30  ? books balance
