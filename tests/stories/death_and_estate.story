# nothing is asked of the dead; a person lets it go on against the estate, and no held day counts
# rows S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-01  died Cilla
2025-04-03  invoice 1004 Cilla 200,00 due 2025-04-30
2025-04-09  ? stopped 1003 reminder by death
2025-06-13  ? stopped 1004 reminder by death
2025-06-16  estate Cilla
2025-06-25  -> reminder Cilla 1003 1004, pay by 2025-07-09
2025-06-25  ? books balance
