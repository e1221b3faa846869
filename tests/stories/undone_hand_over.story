# a hand-over that should not have been is undone: called back, and reminded claims stay reminded
# rows N4
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-25  report collection-demand 1003
2025-04-28  undo night 2025-04-24 step hand-over not before 2025-05-05 "fel bolag"
2025-04-28  -> recall Cilla 1003 for undone
2025-04-28  ? status 1003 REMINDER
2025-04-28  ? agency 1003 none
2025-04-28  ? waits 1003 hand-over until 2025-05-05
2025-04-29  undo night 2025-04-09 "två gånger om"
2025-04-29  ? status 1003 SENT
2025-04-30  -> reminder Cilla 1003, pay by 2025-05-14
2025-05-15  -> hand-over Cilla 1003
2025-05-15  ? agency 1003 Exempel Inkasso AB
2025-05-15  ? books balance
