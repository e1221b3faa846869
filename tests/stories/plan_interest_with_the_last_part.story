# each part has its notice, and the interest comes with the last one
# rows N21
policy policies/plans
procedure heating
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 360,00 by 2025-04-30
2025-04-04  -> fee 1003 60,00
2025-04-30  payment part 1 of 1003 360,00
2025-04-30  -> plan part 1 paid Cilla 1003
2025-05-16  -> plan notice Cilla 1003, pay 360,00 by 2025-05-30
2025-05-16  -> fee 1003 60,00
2025-05-30  payment part 2 of 1003 360,00
2025-05-30  -> plan part 2 paid Cilla 1003
2025-06-16  -> plan notice Cilla 1003, pay 371,11 by 2025-06-30
2025-06-16  -> fee 1003 60,00
2025-06-16  -> interest 1003 11,11
2025-06-30  payment part 3 of 1003 371,11
2025-06-30  -> plan ended Cilla 1003
2025-07-10  ? books balance
