# a plan that is broken by a later invoice makes all of it due, also what had a day to come
# rows N21
policy policies/plans
procedure heating
2025-03-03  invoice 1003 Cilla 600,00 due 2025-03-31
2025-04-01  invoice 1004 Cilla 300,00 due 2025-06-30
2025-04-04  plan 1003 1004 3 parts from 2025-04-30 "båda fakturorna"
2025-04-04  -> plan Cilla 1003 1004, pay 360,00 by 2025-04-30
2025-04-04  -> fee 1003 60,00
2025-04-30  payment part 1 of 1003 360,00
2025-04-30  -> plan part 1 paid Cilla 1003 1004
2025-05-02  invoice 1005 Cilla 50,00 due 2025-05-28 kind waste
2025-05-16  -> plan notice Cilla 1003 1004, pay 360,00 by 2025-05-30
2025-05-16  -> fee 1003 60,00
2025-05-29  -> plan broken Cilla 1003 1004
2025-06-02  -> whole-due Cilla 1003 1004, pay by 2025-06-12
2025-06-10  -> reminder Cilla 1005, pay by 2025-06-24
2025-06-10  ? books balance
