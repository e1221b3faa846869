# a plan for all of the debt brings the water back, where the creditor says so
# rows N16, N21
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
2025-06-12  plan 1001 3 parts from 2025-06-30 "kan inte betala allt"
2025-06-12  -> plan Cilla 1001, pay 1 935,32 by 2025-06-30
2025-06-12  -> fee 1001 170,00
2025-06-12  -> interest 1001 13,32
2025-06-12  -> recall Cilla 1001 for installment plan
2025-06-12  -> order reconnect A-7 by 2025-06-17
