# a connection charge is paid by the year when security has been given, at capital interest
# union 2.7: 10 years, yearly parts; security; 2 points above the reference rate
# ignored: procedures/connection.yaml: plan.every
# ignored: procedures/connection.yaml: plan.needs
# ignored: procedures/connection.yaml: plan.interest
policy ../policies/more_time
procedure connection
2025-03-03  invoice 1001 Cilla 100 000,00 due 2025-03-31
2025-03-27  ? plan 1001 10 parts from 2025-03-31 refused: needs security given
2025-03-28  clear security_given 1001 "pantbrev"
2025-03-28  ? plan 1001 10 parts from 2025-03-31 by finance_manager
2025-03-28  ? parts 1001 10 from 2025-03-31 10 000,00 last 10 000,00 2034-03-31, interest 18 230,41
