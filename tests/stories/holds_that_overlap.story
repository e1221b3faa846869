# a day under two holds is one held day; the last of them to end lets the steps go on
# row S12
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-01  hold death Cilla "Anmält av en anhörig"
2025-04-02  hold dispute 1003 until 2025-04-11 "Vi fick aldrig platsen"
2025-04-08  lift death Cilla
2025-04-09  ? stopped 1003 reminder by dispute until 2025-04-11
2025-04-24  -> reminder Cilla 1003, pay by 2025-05-08
