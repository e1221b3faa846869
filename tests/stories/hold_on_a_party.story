# a hold on a person holds everything that the person owes, and nobody else's
# row S12
procedure general
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-27  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-28  invoice 1005 David 500,00 due 2025-03-31
2025-04-01  hold death Cilla "Anmält av en anhörig"
2025-04-02  invoice 1006 Cilla 100,00 due 2025-04-03
2025-04-09  -> reminder David 1005, pay by 2025-04-23
2025-04-09  ? stopped 1003 reminder by death
2025-04-15  ? stopped 1006 reminder by death
