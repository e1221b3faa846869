# a payment that is taken back from the agency is owed again, and is still to be paid there
# rows N7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-05-02  agency paid 1003 100,00
2025-05-02  ? balance 1003 200,00
2025-05-05  agency takes back 1003 100,00
2025-05-05  ? balance 1003 300,00
2025-05-05  ? agency 1003 Exempel Inkasso AB
2025-05-05  ? books balance
