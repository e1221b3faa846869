# the debt for one service
# union 2.5: `service_debt_at_least`
# ignored: procedures/debt_of_a_service.yaml: hand_over.only_if.service_debt_at_least
policy ../policies/union_conditions
procedure debt_of_a_service
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 lines debt_of_a_service 300,00 television 200,00
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 lines debt_of_a_service 300,00 television 200,00
2025-03-20  payment 1001 250,00
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1002
2025-05-12  ? stopped 1001 hand-over by below minimum
2025-05-30  ? books balance
