# withdrawn when a small rest had been written off: only what was paid is given back
# row S10
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 290,00
2025-04-07  -> write-off 1003 10,00
2025-04-14  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-14  ? overpaid 1003 290,00
2025-04-14  ? books balance
