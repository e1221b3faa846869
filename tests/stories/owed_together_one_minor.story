# from one who was a minor nothing is collected, but from the other who owes it
# rows S6
procedure general
2025-03-03  invoice 1001 Nils 100,00 due 2025-03-31 born 2010-05-01
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-03-04  invoice 1004 Nils 300,00 due 2025-03-31
2025-03-05  represent Nils guardian "Karin Ek"
2025-03-05  payment 1001 100,00
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  -> reminder Nils 1003, pay by 2025-04-23
2025-04-09  -> reminder Nils 1004, pay by 2025-04-23
2025-04-09  ? letters of Nils go to "Karin Ek"
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? stopped 1004 hand-over by minor
2025-04-24  ? books balance
