# money that finds no invoice waits for a person; until then the reminder goes out
# row S7
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  payment "hyra april" 300,00
2025-04-02  ? unmatched 300,00
2025-04-02  ? balance 1003 300,00
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? books balance
