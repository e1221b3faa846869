# an administrator gets the letters instead, a special representative a copy, until it is over
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1004 Cilla 200,00 due 2025-05-30
2025-03-03  invoice 1005 Cilla 100,00 due 2025-06-30
2025-03-20  represent Cilla special_representative "Bo Lund"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? letters of Cilla go to "Cilla, copy Bo Lund"
2025-04-10  represent Cilla administrator "Advokat Ek"
2025-04-14  payment 1003 300,00
2025-06-11  -> reminder Cilla 1004, pay by 2025-06-25
2025-06-11  ? letters of Cilla go to "Advokat Ek, copy Bo Lund"
2025-06-12  payment 1004 200,00
2025-06-12  represented no longer Cilla "Advokat Ek"
2025-06-12  represented no longer Cilla "Bo Lund"
2025-07-09  -> reminder Cilla 1005, pay by 2025-07-23
2025-07-09  ? letters of Cilla go to "Cilla"
2025-07-09  ? books balance
