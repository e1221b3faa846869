# a part that the rest did not wait for is asked for by itself, from the first step
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  dispute 1003 100,00 "en timme för mycket"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-15  settle 1003 rejected "timmen stämmer"
2025-04-15  -> part invoice B1003 Cilla 100,00 due 2025-05-15
2025-04-15  ? balance 1003 200,00
2025-04-24  -> hand-over Cilla 1003
2025-05-26  -> reminder Cilla B1003, pay by 2025-06-09
2025-06-05  payment B1003 100,00
2025-06-09  ? status B1003 PAID
2025-06-09  ? books balance
