# a dispute stops the steps, and the days under it are not counted
# row S12
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-03  hold dispute 1003 "Vi fick aldrig platsen"
2025-04-03  ? status 1003 DISPUTED
2025-04-09  ? stopped 1003 reminder by dispute
2025-04-14  lift dispute 1003
2025-04-14  ? waits 1003 reminder until 2025-04-22
2025-04-22  -> reminder Cilla 1003, pay by 2025-05-06
