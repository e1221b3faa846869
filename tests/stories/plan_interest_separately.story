# the interest of a plan comes on the interest invoice: late interest before it, its own rate in it
# rows N21
policy policies/plans
procedure care
2025-03-03  invoice 1003 Cilla 9 000,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 3 000,00 by 2025-04-30
2025-04-30  payment part 1 of 1003 3 000,00
2025-04-30  -> plan part 1 paid Cilla 1003
2025-05-30  payment part 2 of 1003 3 000,00
2025-05-30  -> plan part 2 paid Cilla 1003
2025-06-30  payment part 3 of 1003 3 000,00
2025-06-30  -> plan ended Cilla 1003
2025-07-01  -> interest invoice R1003 Cilla 121,97 due 2025-07-31
2025-07-10  ? books balance
