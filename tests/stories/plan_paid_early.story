# all is paid before its time: interest that was entered for the days to come is given back
# rows N21
policy policies/plans
procedure broadband
2025-03-03  invoice 1003 Cilla 9 000,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 3 221,29 by 2025-04-30
2025-04-04  -> fee 1003 170,00
2025-04-04  -> interest 1003 51,29
2025-04-14  payment part 1 of 1003 9 221,29
2025-04-14  -> plan ended Cilla 1003
2025-04-14  ? status 1003 PAID_TOO_MUCH
2025-04-14  ? overpaid 1003 31,56
2025-04-15  -> interest invoice R1003 Cilla 10,85 due 2025-05-15
2025-04-20  ? books balance
