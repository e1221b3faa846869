# an invoice that is overdue but not yet to be reminded of is listed on the other's reminder
# rows S15, S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  invoice 1004 Cilla 400,00 due 2025-04-04
2025-04-09  -> reminder Cilla 1003 (also listed 1004), pay by 2025-04-23
2025-04-09  ? status 1004 SENT
2025-04-15  -> reminder Cilla 1004 (also listed 1003), pay by 2025-04-29
2025-04-24  -> hand-over Cilla 1003
2025-04-30  -> hand-over Cilla 1004
