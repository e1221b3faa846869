# the water is turned off last: letters to every owner, findings, an order; on again when paid
# rows N5, N10, N11, N12, N13, N14, N15, N16, N18
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla Bo from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-25  report collection-demand 1001
2025-04-25  -> disconnection-warning Cilla 1001, pay by 2025-05-23
2025-04-25  -> disconnection-warning Bo 1001, pay by 2025-05-23
2025-05-26  ? stopped 1001 disconnection-notice by needs alternative water needs no health risk
2025-05-28  finding no_health_risk A-7 "visited: two grown-ups in good health"
2025-05-28  finding alternative_water A-7 "a tap 150 m away"
2025-05-28  -> disconnection-notice Cilla 1001, pay by 2025-06-11
2025-05-28  -> disconnection-notice Bo 1001, pay by 2025-06-11
2025-05-30  ? hinders A-7 day warned
2025-06-09  order disconnect A-7 on 2025-06-12
2025-06-11  ? hinders A-7 warned
2025-06-12  done disconnect A-7
2025-06-12  -> water fee 1001 disconnection 2 256,00
2025-06-12  ? water A-7 off
2025-06-12  ? balance 1001 5 256,00
2025-06-12  ? missing for A-7 7 512,00
2025-06-16  payment 1001 5 256,00
2025-06-16  -> recall Cilla 1001 for paid
2025-06-16  ? missing for A-7 2 256,00
2025-06-17  payment 1001 2 256,00
2025-06-17  -> interest invoice R1001 Cilla 69,62 due 2025-07-17
2025-06-17  -> order reconnect A-7 by 2025-06-23
2025-06-18  done reconnect A-7
2025-06-18  -> water fee 1001 reconnection 2 256,00
2025-06-18  ? water A-7 on
2025-06-18  ? balance 1001 0,00
2025-06-18  ? books balance
