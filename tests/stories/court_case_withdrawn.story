# a case that is withdrawn: nothing was tried, and the days in court do not count
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  hold court_case 1003 "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-01"
2025-05-09  ? stopped 1003 reminder by court case
2025-05-12  lift court_case 1003
2025-05-19  -> reminder Cilla 1003, pay by 2025-06-02
2025-05-20  ? balance 1003 300,00
2025-05-20  ? books balance
