# a half dispute stops half of the debt, and no more
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  dispute 1003 100,00 "en timme för mycket"
2025-04-02  ? status 1003 SENT
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? balance 1003 300,00
2025-05-30  settle 1003 upheld "timmen var fel"
2025-05-30  ? balance 1003 200,00
2025-05-30  ? agency 1003 Exempel Inkasso AB
2025-05-30  ? books balance
