# a part some days late is no breach, and its interest is in the next one
# rows N21
policy policies/plans
procedure broadband
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 475,13 by 2025-04-30
2025-04-04  -> fee 1003 170,00
2025-04-04  -> interest 1003 5,13
2025-05-01  -> plan part 1 late Cilla 1003
2025-05-01  -> interest 1003 5,92
2025-05-05  payment part 1 of 1003 475,13
2025-05-05  -> plan part 1 paid Cilla 1003
2025-05-30  payment part 2 of 1003 310,00
2025-05-30  -> plan part 2 paid Cilla 1003
2025-05-31  -> interest 1003 0,40
2025-07-01  -> plan part 3 late Cilla 1003
2025-07-01  ? books balance
