# a plan of an invoice that the agency has: it is called back, and paid to us
# rows N21 N4
policy policies/plans
procedure broadband
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  plan 1003 3 parts from 2025-05-30 "överens i telefon"
2025-04-28  -> recall Cilla 1003 for installment plan
2025-04-28  -> plan Cilla 1003, pay 476,31 by 2025-05-30
2025-04-28  -> fee 1003 170,00
2025-04-28  -> interest 1003 6,31
2025-04-28  ? agency 1003 none
2025-05-30  payment 1003 486,90
2025-05-30  -> plan part 1 paid Cilla 1003
2025-05-31  -> interest 1003 4,01
2025-06-05  ? books balance
