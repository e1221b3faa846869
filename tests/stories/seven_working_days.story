# the reminder is sent on the seventh working day after the due date, and not before
# row N1
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-08  ? waits 1003 reminder until 2025-04-09
2025-04-08  ? status 1003 SENT
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? status 1003 REMINDER
