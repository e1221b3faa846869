# nights missed for a week, and the money came meanwhile: nothing is sent
# rows N1, N4
procedure water
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 David 400,00 due 2025-03-31
2025-04-08  no run until 2025-04-14
2025-04-11  payment 1003 300,00
2025-04-15  -> reminder David 1004, pay by 2025-04-29
2025-04-15  ? status 1003 PAID
