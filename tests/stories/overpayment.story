# what is paid above the invoice is the payer's, and waits to be paid back
# row S1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 350,00
2025-03-31  ? status 1003 PAID_TOO_MUCH
2025-03-31  ? balance 1003 0,00
2025-03-31  ? overpaid 1003 50,00
2025-03-31  ? citizen Cilla sees 1003 paid
2025-04-09  ? books balance
