# a letter demands the debt of one service, and not what else stands on the invoice
# union 2.3: `states: services`
# ignored: procedures/one_service.yaml: warning.states
policy ../policies/union_letters
procedure one_service
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 lines water 300,00 waste 200,00
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder demands 500,00
2025-04-24  -> warning Anna 1001, pay by 2025-05-08
2025-04-24  ? letter 1001 warning demands 300,00
2025-05-30  ? books balance
