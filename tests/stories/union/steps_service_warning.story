# a first warning that the service may be disconnected
# union 2.3: `in_law: disconnection_warning`
# ignored: procedures/water.yaml: disconnection_warning.wait = 10 days
policy ../policies/union_steps
procedure water
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> disconnection-warning Anna 1001, pay by 2025-05-22
2025-05-30  ? books balance
