# money for a whole reminder pays the earliest due invoice first
# row S18
procedure general
2025-03-27  invoice 1004 Cilla 400,00 due 2025-04-01
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 (also listed 1004), pay by 2025-04-23
2025-04-10  -> reminder Cilla 1004 (also listed 1003), pay by 2025-04-24
2025-04-11  payment reminder of 1004 500,00
2025-04-11  ? balance 1003 0,00
2025-04-11  ? balance 1004 200,00
2025-04-25  -> hand-over Cilla 1004
2025-04-25  ? books balance
