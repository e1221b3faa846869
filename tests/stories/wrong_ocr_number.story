# an OCR number that is nobody's finds nothing, however near it is
# row S7
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment "103069" 300,00
2025-03-31  ? unmatched 300,00
2025-03-31  ? status 1003 SENT
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
