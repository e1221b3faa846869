# fourteen days end on the first of May: the last day to pay is the next banking day
# row N2
procedure general
2025-04-07  invoice 1003 Cilla 300,00 due 2025-04-08
2025-04-17  -> reminder Cilla 1003, pay by 2025-05-02
2025-05-02  payment 1003 300,00
2025-05-05  ? status 1003 PAID
