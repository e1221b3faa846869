# a warning that came back is sent again about the water alone, and its time is given anew
# rows N10, N11, N12, N14
procedure water
2025-03-03  facility 7 single_dwelling of Bo from 2020-01-01
2025-03-03  invoice 1001 Bo 3 000,00 due 2025-03-31 facility 7 lines water 2 000,00 waste 1 000,00
2025-04-09  -> reminder Bo 1001, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1001
2025-04-25  -> disconnection-warning Bo 1001, pay by 2025-05-23
2025-05-05  letter of 1001 returned "okänd på adressen"
2025-05-05  ? hinders 7 alternative_water health neglect unresolved warned
2025-05-12  moved Bo
2025-05-12  -> sent again Bo 1001, pay by 2025-06-09
2025-05-26  ? waits 1001 disconnection-notice until 2025-06-10
2025-06-10  finding no_health_risk 7 "visited: one in good health"
2025-06-10  finding alternative_water 7 "a tank by the road"
2025-06-10  -> disconnection-notice Bo 1001, pay by 2025-06-24
2025-06-11  letter of 1001 returned "okänd på adressen"
2025-06-12  moved Bo
2025-06-12  -> sent again Bo 1001, pay by 2025-06-30
2025-06-25  ? hinders 7 warned
