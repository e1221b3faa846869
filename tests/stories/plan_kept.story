# a plan that is kept: its fee and its interest with each part, and no late interest for those days
# rows N21
policy policies/plans
procedure broadband
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 475,13 by 2025-04-30
2025-04-04  -> fee 1003 170,00
2025-04-04  -> interest 1003 5,13
2025-04-04  ? status 1003 INSTALLMENT_PLAN
2025-04-29  ? stopped 1003 reminder by installment plan
2025-04-30  payment part 1 of 1003 475,13
2025-04-30  -> plan part 1 paid Cilla 1003
2025-05-01  -> interest 1003 3,94
2025-05-30  payment part 2 of 1003 303,94
2025-05-30  -> plan part 2 paid Cilla 1003
2025-05-31  -> interest 1003 2,04
2025-06-30  payment part 3 of 1003 302,04
2025-06-30  -> plan ended Cilla 1003
2025-07-01  -> interest invoice R1003 Cilla 1,09 due 2025-07-31
2025-07-01  ? status 1003 PAID
2025-07-10  ? books balance
