# what is credited or paid before the hand-over is left out of it
# row N4
procedure water
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-27  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-28  invoice 1005 Cilla 500,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 1004 1005, pay by 2025-04-23
2025-04-22  credit 1003 300,00 "Fel mätarställning"
2025-04-23  payment 1004 400,00
2025-04-24  -> hand-over Cilla 1005
