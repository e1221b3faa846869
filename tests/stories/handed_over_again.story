# a claim called back for a dispute goes to the agency again when the dispute is lifted
# rows N4, N7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-05-05  hold dispute 1003 "fel pris"
2025-05-05  -> recall Cilla 1003 for dispute
2025-05-06  ? agency 1003 none
2025-05-20  lift dispute 1003
2025-05-20  -> hand-over Cilla 1003 again after dispute
2025-05-20  ? agency 1003 Exempel Inkasso AB
2025-05-20  ? status 1003 DEBT_COLLECTION
2025-06-02  agency paid 1003 300,00
2025-06-02  ? balance 1003 0,00
2025-06-02  ? books balance
