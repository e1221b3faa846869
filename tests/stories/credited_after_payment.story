# credited when it had been paid: what was credited is the payer's
# row S1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-04-02  credit 1003 100,00 "En termin i stället för två"
2025-04-02  ? overpaid 1003 100,00
2025-04-02  ? status 1003 PAID_TOO_MUCH
2025-04-02  ? books balance
