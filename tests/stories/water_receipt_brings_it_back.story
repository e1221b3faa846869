# a receipt that a person has confirmed brings the water back before the money is seen
# rows N17, N18
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
2025-06-11  ? missing for A-7 7 512,00
2025-06-12  finding receipt_shown A-7 "the bank's receipt of 7 512 kr of today"
2025-06-12  -> order reconnect A-7 by 2025-06-17
2025-06-13  done reconnect A-7
2025-06-13  -> water fee 1001 reconnection 2 256,00
2025-06-13  ? water A-7 on
2025-06-13  ? balance 1001 7 512,00
2025-06-16  payment 1001 7 512,00
2025-06-16  -> recall Cilla 1001 for paid
2025-06-16  ? status 1001 PAID
2025-06-17  -> interest invoice R1001 Cilla 69,62 due 2025-07-17
