# credited in part: only the rest is reminded of
# row N4
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-02  credit 1003 100,00 "En termin i stället för två"
2025-04-02  ? balance 1003 200,00
2025-04-02  ? citizen Cilla sees 1003 unpaid
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-10  payment 1003 200,00
2025-04-10  ? status 1003 PAID
2025-04-25  ? books balance
