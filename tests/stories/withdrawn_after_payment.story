# withdrawn when it had been paid: the money is the payer's again
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-04-02  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-02  ? overpaid 1003 300,00
2025-04-02  ? status 1003 VOID
2025-04-02  ? citizen Cilla sees 1003 paid
2025-04-02  ? books balance
