# who comes of age reads their own letters: the guardian's time ends the day before
# rows S6
2025-03-03  invoice 1003 Nils 300,00 due 2025-03-31 born 2007-04-16
2025-03-03  invoice 1004 Nils 200,00 due 2025-04-07
2025-03-05  represent Nils guardian "Karin Ek"
2025-04-09  -> reminder Nils 1003 (also listed 1004), pay by 2025-04-23
2025-04-09  ? letters of Nils go to "Karin Ek"
2025-04-16  -> reminder Nils 1004 (also listed 1003), pay by 2025-04-30
2025-04-16  ? letters of Nils go to "Nils"
2025-04-30  ? books balance
