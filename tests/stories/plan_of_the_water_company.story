# a plan with the water company: a fee by law, and interest of about eight per cent, day by day
# rows N21
procedure water
2025-07-01  invoice 1003 Cilla 6 000,00 due 2025-07-31
2025-08-11  -> reminder Cilla 1003, pay by 2025-08-25
2025-08-13  plan 1003 3 parts from 2025-08-29 "ovanligt hög, kan inte betala allt"
2025-08-13  -> plan Cilla 1003, pay 2 191,04 by 2025-08-29
2025-08-13  -> fee 1003 170,00
2025-08-13  -> interest 1003 21,04
2025-08-13  ? balance 1003 6 191,04
2025-08-29  payment part 1 of 1003 2 191,04
2025-08-29  -> plan part 1 paid Cilla 1003
2025-08-30  -> interest 1003 27,18
2025-09-29  payment part 2 of 1003 2 027,18
2025-09-29  -> plan part 2 paid Cilla 1003
2025-09-30  -> interest 1003 13,15
2025-10-29  payment part 3 of 1003 2 013,15
2025-10-29  -> plan ended Cilla 1003
2025-10-31  ? status 1003 PAID
2025-10-31  ? books balance
