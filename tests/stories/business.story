# organizations have a procedure of their own: five working days, ten days to pay
# row N1
procedure business
2025-03-28  invoice 1003 Idrottsklubben 300,00 due 2025-03-31
2025-04-07  -> reminder Idrottsklubben 1003, pay by 2025-04-17
2025-04-22  -> hand-over Idrottsklubben 1003
