# a plan that is broken: the reminder comes where it was, the held days not counted
# rows N21
policy policies/plans
procedure broadband
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 475,13 by 2025-04-30
2025-04-04  -> fee 1003 170,00
2025-04-04  -> interest 1003 5,13
2025-04-30  payment part 1 of 1003 475,13
2025-04-30  -> plan part 1 paid Cilla 1003
2025-05-01  -> interest 1003 3,94
2025-05-31  -> plan part 2 late Cilla 1003
2025-05-31  -> interest 1003 4,08
2025-06-05  -> plan broken Cilla 1003
2025-06-11  -> reminder Cilla 1003, pay by 2025-06-25
2025-06-17  ? books balance
