# a risk to health stops the disconnection
# union 2.5: `needs: [no_health_risk]`
# ignored: procedures/health_risk.yaml: throttling.needs
policy ../policies/union_conditions
procedure health_risk
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-20  ? stopped 1001 throttling by needs no health risk
2025-05-30  ? books balance
