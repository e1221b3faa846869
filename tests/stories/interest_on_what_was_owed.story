# no interest on what was credited, for it was never owed
# row N3
procedure general
2025-02-27  invoice 1003 Cilla 100 000,00 due 2025-02-28
2025-03-07  payment 1003 100 000,00
2025-03-07  credit 1003 50 000,00 "En termin i stället för två"
2025-03-10  ? status 1003 PAID_TOO_MUCH
2025-03-10  -> interest invoice R1003 Cilla 105,48 due 2025-04-09
