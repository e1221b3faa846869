# a second warning, when nobody’s health is at risk
# union 2.3: `needs: [no_health_risk, alternative_water]`
# ignored: procedures/water.yaml: disconnection_notice.needs
policy ../policies/union_steps
procedure water
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> disconnection-warning Anna 1001, pay by 2025-05-22
2025-06-02  ? stopped 1001 disconnection-notice by needs alternative water needs no health risk
2025-06-10  clear no_health_risk 1001 "ingen risk"
2025-06-10  clear alternative_water 1001 "tappställe 200 m bort"
2025-06-10  -> disconnection-notice Anna 1001, pay by 2025-06-24
2025-06-20  ? books balance
