# nothing is written to a child: the reminder waits for a guardian, and the days do not count
# rows S6
2025-03-03  invoice 1003 Nils 300,00 due 2025-03-31 born 2012-05-01
2025-04-09  ? stopped 1003 reminder by no guardian until 2030-04-30
2025-05-05  represent Nils guardian "Karin Ek"
2025-05-05  represent Nils guardian "Per Ek"
2025-05-12  ? waits 1003 reminder until 2025-05-13
2025-05-13  -> reminder Nils 1003, pay by 2025-05-27
2025-05-13  ? letters of Nils go to "Karin Ek, Per Ek"
2025-05-30  ? stopped 1003 hand-over by minor
2025-05-30  ? books balance
