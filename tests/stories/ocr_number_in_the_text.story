# an OCR number written in the message finds its invoice
# row S7
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment "faktura 100362 tack" 300,00
2025-03-31  ? unmatched 0,00
2025-03-31  ? status 1003 PAID
2025-04-09  ? books balance
