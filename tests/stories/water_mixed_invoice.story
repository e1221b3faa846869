# an invoice for water and waste: the waste is never demanded for the water
# rows N10, N14, N16
procedure water
2025-03-03  facility 7 single_dwelling of Bo from 2020-01-01
2025-03-03  invoice 1001 Bo 3 000,00 due 2025-03-31 facility 7 lines water 2 000,00 waste 1 000,00
2025-03-03  invoice 1002 Bo 900,00 due 2025-03-31 kind waste facility 7
2025-04-09  -> reminder Bo 1001 1002, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1001 1002
2025-04-25  -> disconnection-warning Bo 1001, pay by 2025-05-23
2025-04-25  ? letter 1001 disconnection-warning demands 2 000,00
2025-04-25  ? letter 1001 disconnection-warning encloses invoice_copies
2025-05-26  finding no_health_risk 7 "visited: one in good health"
2025-05-26  finding alternative_water 7 "a tank by the road"
2025-05-26  -> disconnection-notice Bo 1001, pay by 2025-06-09
2025-06-09  order disconnect 7 on 2025-06-10
2025-06-10  done disconnect 7
2025-06-10  -> water fee 1001 disconnection 2 256,00
2025-06-10  ? missing for 7 6 512,00
2025-06-11  payment 1001 4 256,00
2025-06-11  ? missing for 7 2 256,00
2025-06-11  ? balance 1001 1 000,00
