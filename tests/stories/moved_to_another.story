# what is too much on one invoice pays another when its payer agrees, from the day it is moved
# rows S7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-28  payment 1003 500,00
2025-04-01  move 1003 1004 150,00 "per telefon"
2025-04-01  ? overpaid 1003 50,00
2025-04-01  ? balance 1004 250,00
2025-04-01  ? unmatched 0,00
2025-04-01  ? status 1004 PARTIALLY_PAID
2025-04-09  -> reminder Cilla 1004, pay by 2025-04-23
2025-04-09  ? books balance
