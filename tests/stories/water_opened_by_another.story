# somebody else opens what we had closed: a fee by the tariff, and nothing is reported by itself
# rows N19, N20
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-25  -> disconnection-warning Cilla 1001, pay by 2025-05-23
2025-05-26  finding no_health_risk A-7 "visited: one in good health"
2025-05-26  finding alternative_water A-7 "a tank by the road"
2025-05-26  -> disconnection-notice Cilla 1001, pay by 2025-06-09
2025-06-09  order disconnect A-7 on 2025-06-10
2025-06-10  done disconnect A-7
2025-06-10  -> water fee 1001 disconnection 2 256,00
2025-06-12  order inspect A-7 on 2025-06-12
2025-06-12  opened by another A-7
2025-06-12  -> water fee 1001 unauthorized_opening 5 000,00
2025-06-12  ? water A-7 on
2025-06-12  ? balance 1001 10 256,00
2025-06-12  ? books balance
