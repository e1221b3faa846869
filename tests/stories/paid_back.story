# what is too much is paid back once, and a payment taken back afterwards is owed again
# rows S7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  payment 1003 450,00
2025-03-28  ? refund 1003 150,00 paid out
2025-04-01  refund 1003
2025-04-01  ? overpaid 1003 0,00
2025-04-01  ? status 1003 PAID
2025-04-03  reversal 1003 450,00
2025-04-03  ? balance 1003 300,00
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? books balance
