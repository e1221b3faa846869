# what was paid in time, or withdrawn, has nothing more to come: nobody is told of interest
# rows S10 N3
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-28  invoice 1005 Cilla 100 000,00 due 2025-03-31
2025-03-29  ? coming 1005 reminder hand_over collection_demand enforcement
2025-03-30  withdraw 1003 "Fakturan var fel och har tagits bort"
2025-03-31  payment 1004 400,00
2025-04-01  ? coming 1003 nothing
2025-04-01  ? coming 1004 nothing
2025-04-04  payment 1005 100 000,00
2025-04-05  ? coming 1005 late_interest
