# an order to pay at the Enforcement Authority
# union 2.3: `in_law: order_to_pay`, `by: enforcement_authority`
# ignored: procedures/others_perform.yaml: order_to_pay.by = agency
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-07  ? waits 1001 order-to-pay for report of enforcement authority
2025-05-08  report order-to-pay 1001
2025-05-30  ? books balance
