# credited in part and then withdrawn: it is withdrawn
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-01  credit 1003 100,00 "En termin i stället för två"
2025-04-02  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-02  ? status 1003 VOID
2025-04-11  ? books balance
