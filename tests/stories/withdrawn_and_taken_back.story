# withdrawn when it had been paid, and the bank takes the payment back: nothing is owed by anybody
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-04-02  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-03  reversal 1003 300,00
2025-04-03  ? balance 1003 0,00
2025-04-03  ? overpaid 1003 0,00
2025-04-11  ? status 1003 VOID
2025-04-11  ? books balance
