# what is at the agency is paid to the agency: it is not listed on a later reminder
# rows S13, S18
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-14  invoice 1004 Cilla 400,00 due 2025-04-15
2025-04-24  -> hand-over Cilla 1003
2025-04-28  -> reminder Cilla 1004, pay by 2025-05-12
