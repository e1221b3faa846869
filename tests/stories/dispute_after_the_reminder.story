# a dispute while the reminder's two weeks run gives its days back
# rows S12, N2
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-15  hold dispute 1003 "Vi fick aldrig platsen"
2025-04-22  lift dispute 1003
2025-04-24  ? waits 1003 hand-over until 2025-05-02
2025-05-02  -> hand-over Cilla 1003
