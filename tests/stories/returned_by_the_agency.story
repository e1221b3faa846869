# what the agency could not collect is ours again; the Enforcement Authority was told first
# rows N6, N8
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  report collection-demand 1003
2025-05-09  report enforcement 1003
2025-09-01  agency closes 1003 uncollectable
2025-09-01  ? agency 1003 none
2025-09-01  ? status 1003 REMINDER
2025-09-01  ? balance 1003 300,00
2025-09-01  ? books balance
