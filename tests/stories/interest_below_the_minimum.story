# interest below 50 kr is not charged
# row N3
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-08  payment 1003 300,00
2025-04-09  ? stopped 1003 late-interest by below minimum
2025-04-11  ? status 1003 PAID
