# a tariff is no agreement: a reminder of water charges costs nothing
# row N3
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? balance 1003 300,00
2025-04-23  payment 1003 300,00
2025-04-23  ? status 1003 PAID
