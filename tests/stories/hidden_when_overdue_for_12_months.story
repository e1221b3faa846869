# unpaid and due more than 12 months ago: not shown; when it is paid it is shown again
# row S17
procedure general
2025-04-28  invoice 1003 Cilla 300,00 dated 2024-04-02 due 2024-04-30
2025-04-28  -> reminder Cilla 1003, pay by 2025-05-12
2025-04-30  ? citizen Cilla sees 1003 unpaid
2025-05-01  ? citizen Cilla sees 1003 not
2025-05-01  ? balance 1003 300,00
2025-05-02  payment 1003 300,00
2025-05-02  ? citizen Cilla sees 1003 paid
