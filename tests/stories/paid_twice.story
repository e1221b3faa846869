# the same invoice paid twice: the second payment is the payer's
# row S1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-04-01  payment 1003 300,00
2025-04-01  ? status 1003 PAID_TOO_MUCH
2025-04-01  ? overpaid 1003 300,00
2025-04-09  ? books balance
