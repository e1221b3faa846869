# withdrawn after its reminder: it is not handed over, and the reminder's fee goes with it
# rows S10, N4
procedure rent
2025-03-28  invoice 1003 Cilla 5 000,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-07  ? balance 1003 5 060,00
2025-04-08  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-04-08  ? balance 1003 0,00
2025-04-23  ? status 1003 VOID
2025-04-23  ? books balance
