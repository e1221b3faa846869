# letters that waited at the printer's: the time to pay counts from the day that they left
# rows N11, N12
procedure water
2025-03-03  facility 7 single_dwelling of Bo from 2020-01-01
2025-03-03  invoice 1001 Bo 3 000,00 due 2025-03-31 facility 7
2025-04-09  -> reminder Bo 1001, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1001
2025-04-25  no letters until 2025-06-01
2025-04-25  -> disconnection-warning Bo 1001, pay by 2025-05-23
2025-05-22  ? hinders 7 alternative_water health neglect warned
2025-05-26  finding no_health_risk 7 "visited: one in good health"
2025-05-26  finding alternative_water 7 "a tank by the road"
2025-05-26  -> disconnection-notice Bo 1001, pay by 2025-06-09
2025-06-10  ? hinders 7 alternative_water warned
2025-06-11  finding alternative_water 7 "the tank stays"
2025-06-16  ? hinders 7 warned
2025-06-18  ? hinders 7 nothing
