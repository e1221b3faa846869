# a wrong invoice is withdrawn: it is found among the paid ones, and nothing is sent
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-02  ? status 1003 VOID
2025-04-02  ? balance 1003 0,00
2025-04-02  ? citizen Cilla sees 1003 paid
2025-04-25  ? books balance
