# nothing is done about an estate until its inventory is known
# union 2.9: hold `death`
# ignored: procedures/estate_waits.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure estate_waits
2025-03-03  invoice 1001 Boet 500,00 due 2025-03-31 as estate
2025-03-10  hold death Boet "väntar på bouppteckning"
2025-06-16  lift death Boet
2025-06-25  -> reminder Boet 1001, pay by 2025-07-09
2025-07-10  ? books balance
