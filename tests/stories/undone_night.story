# a night that ran on a wrong rule is undone: letters, fees and all, and taken anew when it is said
# rows S7, N1
procedure rent
2025-03-03  invoice 1003 Cilla 5 000,00 due 2025-03-31
2025-03-03  invoice 1004 David 5 000,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-07  -> reminder David 1004, pay by 2025-04-17
2025-04-07  ? balance 1003 5 060,00
2025-04-10  payment 1004 5 060,00
2025-04-10  ? overpaid 1004 0,00
2025-04-11  undo night 2025-04-07 not before 2025-04-16 "bankfilen saknade en dag"
2025-04-11  ? balance 1003 5 000,00
2025-04-11  ? status 1003 SENT
2025-04-11  ? overpaid 1004 60,00
2025-04-11  ? status 1004 PAID_TOO_MUCH
2025-04-11  ? waits 1003 reminder until 2025-04-16
2025-04-11  ? books balance
2025-04-16  -> reminder Cilla 1003, pay by 2025-04-28
2025-04-16  ? balance 1003 5 060,00
2025-04-17  ? status 1003 REMINDER
2025-04-17  ? books balance
