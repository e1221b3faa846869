# of two who owe together one cannot be reached: the other is written to, and the claim goes on
# rows S6
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-03-03  invoice 1004 Nils 100,00 due 2025-03-10
2025-03-19  -> reminder Nils 1004, pay by 2025-04-02
2025-03-24  letter of 1004 returned "okänd på adressen"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? books balance
