# when a letter comes back all that is to be written waits for an address, and no day of it counts
# rows N2, S12
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-14  invoice 1004 Cilla 200,00 due 2025-04-30
2025-04-16  letter of 1003 returned "okänd på adressen"
2025-05-12  ? stopped 1004 reminder by unknown address
2025-05-19  moved Cilla
2025-05-19  -> sent again Cilla 1003, pay by 2025-06-02
2025-05-27  -> reminder Cilla 1004 (also listed 1003), pay by 2025-06-10
2025-06-03  -> hand-over Cilla 1003
2025-06-11  -> hand-over Cilla 1004
2025-06-11  ? books balance
