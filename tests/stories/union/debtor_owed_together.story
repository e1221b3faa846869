# two owe an invoice: what stops the steps for one of them stops them for that one
# union 2.9: `co_debtors` in the invoice file, and each one's holds by `stopped_by`
# ignored: procedures/bankruptcy.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure bankruptcy
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 with Nils
2025-03-20  hold bankruptcy Anna "konkurs"
2025-04-09  -> reminder Nils 1001, pay by 2025-04-23
2025-05-19  ? citizen Nils sees 1001 unpaid
2025-05-20  payment 1001 500,00
2025-05-20  ? citizen Anna sees 1001 paid
2025-05-30  ? books balance
