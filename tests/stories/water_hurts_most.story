# money for a letter about water and waste that does not say which pays the water first
# rows N10, N16
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 900,00 due 2025-03-31 kind waste facility A-7
2025-03-03  invoice 1002 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001 1002, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001 1002
2025-04-25  -> disconnection-warning Cilla 1002, pay by 2025-05-23
2025-05-02  payment reminder of 1001 1 000,00
2025-05-02  ? balance 1001 900,00
2025-05-02  ? balance 1002 2 000,00
