# a part that comes back before anything was asked for is owed with the rest; no held day counts
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  dispute 1003 100,00 "en timme för mycket"
2025-04-07  settle 1003 rejected "timmen stämmer"
2025-04-09  ? waits 1003 reminder until 2025-04-14
2025-04-14  -> reminder Cilla 1003, pay by 2025-04-28
2025-04-28  payment reminder of 1003 300,00
2025-04-28  ? status 1003 PAID
2025-04-28  ? books balance
