# while a court tries it the agency has nothing of it; when it is upheld it goes there again
# rows S12, S13
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-05-02  hold court_case 1003 "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-30"
2025-05-02  -> recall Cilla 1003 for court_case
2025-06-10  court 1003 upheld "dom 2025-06-02 i mål T 1234-25"
2025-06-10  -> hand-over Cilla 1003 again after court_case
2025-06-30  ? balance 1003 300,00
2025-06-30  ? books balance
