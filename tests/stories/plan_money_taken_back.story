# the bank takes a part back: it is as if it had not come, and the plan is broken
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
2025-05-07  reversal part 1 of 1003 475,13
2025-05-07  -> plan broken Cilla 1003
2025-05-12  -> reminder Cilla 1003, pay by 2025-05-26
2025-05-12  ? books balance
