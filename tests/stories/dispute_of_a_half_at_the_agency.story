# the agency keeps what is not disputed, and hears of the rest no more
# rows S12, S13
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-05-02  dispute 1003 100,00 "en timme för mycket"
2025-05-02  -> part invoice B1003 Cilla 100,00 due 2025-06-02
2025-05-02  ? balance 1003 200,00
2025-05-02  ? agency 1003 Exempel Inkasso AB
2025-05-02  ? status B1003 DISPUTED
2025-06-10  settle 1003 rejected "timmen stämmer"
2025-06-18  -> reminder Cilla B1003, pay by 2025-07-02
2025-06-30  payment B1003 100,00
2025-07-02  ? status B1003 PAID
2025-07-02  ? agency 1003 Exempel Inkasso AB
2025-07-02  ? books balance
