# disconnection
# union 2.3: `in_law: disconnection`
# ignored: procedures/water.yaml: disconnection.by = agency
policy ../policies/union_steps
procedure water
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> disconnection-warning Anna 1001, pay by 2025-05-22
2025-05-20  clear no_health_risk 1001 "ingen risk"
2025-05-20  clear alternative_water 1001 "tappställe 200 m bort"
2025-05-23  -> disconnection-notice Anna 1001, pay by 2025-06-09
2025-06-12  ? stopped 1001 disconnection by needs officer decision
2025-06-13  clear officer_decision 1001 "stäng av"
2025-06-13  ? waits 1001 disconnection for report of technician
2025-06-16  report disconnection 1001
2025-06-16  ? balance 1001 2 000,00
2025-06-20  ? books balance
