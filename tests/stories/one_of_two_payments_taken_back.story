# paid twice, and the bank takes one payment back: nothing is owed
# row S1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-04-01  payment 1003 300,00
2025-04-02  reversal 1003 300,00
2025-04-02  ? balance 1003 0,00
2025-04-02  ? overpaid 1003 0,00
2025-04-02  ? status 1003 PAID
2025-04-11  ? books balance
