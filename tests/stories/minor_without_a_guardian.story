# while nobody is registered for a child, those who owe with it are written to and it is not
# rows S6
2025-03-03  born Nils 2010-05-01
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? letters of Nils go to "nobody"
2025-04-10  represent Nils child_representative "Siv Alm"
2025-04-11  represented no longer Nils "Siv Alm"
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? books balance
