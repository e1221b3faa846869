# two weeks to pay the reminder; the claim is handed over the banking day after, not before
# rows N2, N4, S13
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-22  ? waits 1003 hand-over until 2025-04-24
2025-04-23  ? status 1003 REMINDER
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? status 1003 DEBT_COLLECTION
2025-04-24  ? balance 1003 300,00
