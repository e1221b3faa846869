# the money is in the day before: the order is withdrawn, and nothing is cut
# rows N12, N13
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-25  -> disconnection-warning Cilla 1001, pay by 2025-05-23
2025-05-26  finding no_health_risk A-7 "visited: one in good health"
2025-05-26  finding alternative_water A-7 "a tank by the road"
2025-05-26  -> disconnection-notice Cilla 1001, pay by 2025-06-09
2025-06-05  order disconnect A-7 on 2025-06-10
2025-06-09  payment 1001 3 000,00
2025-06-09  -> withdraw disconnect A-7
2025-06-09  -> recall Cilla 1001 for paid
2025-06-09  ? water A-7 on
2025-06-09  ? hinders A-7 alternative_water neglect warned
2025-06-10  -> interest invoice R1001 Cilla 63,29 due 2025-07-10
