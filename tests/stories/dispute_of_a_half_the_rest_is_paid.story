# when all but the disputed part is paid, everything waits for what comes of it
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  dispute 1003 100,00 "en timme för mycket"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-22  payment reminder of 1003 200,00
2025-04-24  ? stopped 1003 hand-over by dispute
2025-05-30  ? status 1003 DISPUTED
2025-05-30  ? balance 1003 100,00
2025-06-02  settle 1003 upheld "timmen var fel"
2025-06-02  ? status 1003 PAID
2025-06-02  ? books balance
