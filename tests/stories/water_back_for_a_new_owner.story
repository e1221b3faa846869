# a house that is sold while its water is off has it back at no cost; the debt stays where it was
# rows N14, N16, N18
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
2025-06-16  facility A-7 single_dwelling of Bo from 2025-06-16
2025-06-16  -> order reconnect A-7 by 2025-06-19
2025-06-17  done reconnect A-7
2025-06-17  ? water A-7 on
2025-06-17  ? citizen Bo sees 1001 not
2025-06-17  ? citizen Cilla sees 1001 unpaid
2025-06-17  ? balance 1001 5 256,00
2025-06-17  ? hinders A-7 alternative_water neglect owners warned
2025-06-18  invoice 1002 Bo 400,00 due 2025-07-18 facility A-7
2025-06-18  ? citizen Bo sees 1002 unpaid
2025-06-18  ? citizen Cilla sees 1002 not
2025-06-18  ? books balance
