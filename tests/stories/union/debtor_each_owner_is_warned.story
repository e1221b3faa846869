# every owner of a facility is warned before its water is disconnected
# union 2.9: `co_debtors` in the invoice file; a letter to each who owes the claim
# ignored: procedures/water.yaml: disconnection_warning.wait = 10 days
policy ../policies/union_steps
procedure water
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 facility A-17 with Nils Olga
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Nils 1001, pay by 2025-04-23
2025-04-09  -> reminder Olga 1001, pay by 2025-04-23
2025-04-24  -> disconnection-warning Anna 1001, pay by 2025-05-22
2025-04-24  -> disconnection-warning Nils 1001, pay by 2025-05-22
2025-04-24  -> disconnection-warning Olga 1001, pay by 2025-05-22
2025-05-02  payment reminder of 1001 500,00
2025-05-02  ? citizen Anna sees 1001 paid
2025-05-30  ? books balance
