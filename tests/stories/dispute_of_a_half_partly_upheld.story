# half of what is disputed was wrong: it is credited, and only the other half is asked for
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  dispute 1003 150,00 "en timme för mycket"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-15  settle 1003 upheld 50,00 "en halv timme var fel"
2025-04-15  -> part invoice B1003 Cilla 100,00 due 2025-05-15
2025-04-15  payment 1003 150,00
2025-04-16  ? balance 1003 0,00
2025-04-16  ? balance B1003 100,00
2025-04-16  ? books balance
