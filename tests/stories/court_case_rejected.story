# a court finds that nothing is owed: what is left is credited, with what it has cost
# rows S12
procedure rent
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-10  hold court_case 1003 "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-09"
2025-04-28  ? balance 1003 360,00
2025-06-10  court 1003 rejected "dom 2025-06-02 i mål T 1234-25"
2025-06-10  ? status 1003 CREDITED
2025-06-10  ? balance 1003 0,00
2025-06-30  ? books balance
