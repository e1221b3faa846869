# withdrawn when the rent and its reminder fee had been paid: both are the payer's again
# row S10
procedure rent
2025-03-03  invoice 1003 Cilla 5 000,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-10  payment 1003 5 060,00
2025-04-14  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-14  ? overpaid 1003 5 060,00
2025-04-14  ? status 1003 VOID
2025-04-14  ? books balance
