# an invoice in dispute is not on the reminder for the others
# rows S12, S18
procedure general
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-02  hold dispute 1004 "Vi fick aldrig platsen"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-10  lift dispute 1004
2025-04-17  -> reminder Cilla 1004 (also listed 1003), pay by 2025-05-02
2025-04-24  -> hand-over Cilla 1003
