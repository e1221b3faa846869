# a claim in a plan is withdrawn: the plan ends that night, its interest neither asked nor given
# rows S10, N21
procedure childcare
2025-03-03  invoice 1003 Cilla 1 234,50 due 2025-04-02
2025-03-14  plan 1003 5 parts from 2025-04-07 "kan inte betala allt"
2025-03-14  -> plan Cilla 1003, pay 417,52 by 2025-04-07
2025-03-14  -> fee 1003 170,00
2025-03-14  -> interest 1003 1,52
2025-04-08  withdraw 1003 "fel"
2025-04-08  -> plan ended Cilla 1003
2025-04-09  ? balance 1003 0,00
2025-04-09  ? overpaid 1003 0,00
2025-04-09  ? books balance
