# a part is paid: the rest is reminded of and handed over
# rows S1, N4
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  payment 1003 100,00
2025-04-02  ? status 1003 PARTIALLY_PAID
2025-04-02  ? balance 1003 200,00
2025-04-02  ? citizen Cilla sees 1003 unpaid
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-14  payment 1003 150,00
2025-04-24  -> hand-over Cilla 1003
2025-04-24  ? balance 1003 50,00
2025-04-24  ? books balance
