# enforcement of a verdict
# union 2.3: `in_law: enforcement`, `needs: [verdict]`
# ignored: procedures/others_perform.yaml: enforcement.needs
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-07  report order-to-pay 1001
2025-06-02  ? stopped 1001 enforcement by needs verdict
2025-06-10  clear verdict 1001 "utslag"
2025-06-10  ? waits 1001 enforcement for report of enforcement authority
2025-06-11  report enforcement 1001
2025-06-30  ? books balance
