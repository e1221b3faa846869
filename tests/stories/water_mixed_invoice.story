# an invoice for water and waste: the waste is never demanded for the water
# rows N10, N14, N16
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7 lines water 2 000,00 waste 1 000,00
2025-03-03  invoice 1002 Cilla 900,00 due 2025-03-31 kind waste facility A-7
2025-04-09  -> reminder Cilla 1001 1002, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001 1002
2025-04-25  -> disconnection-warning Cilla 1001, pay by 2025-05-23
2025-04-25  ? letter 1001 disconnection-warning demands 2 000,00
2025-04-25  ? letter 1001 disconnection-warning encloses invoice_copies
2025-05-26  finding no_health_risk A-7 "visited: one in good health"
2025-05-26  finding alternative_water A-7 "a tank by the road"
2025-05-26  -> disconnection-notice Cilla 1001, pay by 2025-06-09
2025-06-09  order disconnect A-7 on 2025-06-10
2025-06-10  done disconnect A-7
2025-06-10  -> water fee 1001 disconnection 2 256,00
2025-06-10  ? missing for A-7 6 512,00
2025-06-11  payment 1001 4 256,00
2025-06-11  ? missing for A-7 2 256,00
2025-06-11  ? balance 1001 1 000,00
