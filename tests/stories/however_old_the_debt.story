# an invoice registered years late begins with its reminder: nothing is skipped
# rows N1, N4
procedure water
2025-03-10  invoice 1003 Cilla 300,00 dated 2023-01-02 due 2023-01-31
2025-03-10  -> reminder Cilla 1003, pay by 2025-03-24
2025-03-25  -> hand-over Cilla 1003
