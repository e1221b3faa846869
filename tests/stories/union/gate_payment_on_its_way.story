# customer service knows that a payment is on its way
# union 2.10: hold `payment_reported`
# ignored: procedures/payment_on_its_way.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure payment_on_its_way
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-08  hold payment_reported 1001 until 2025-04-14 "betald i dag"
2025-04-11  payment 1001 500,00
2025-04-30  ? books balance
