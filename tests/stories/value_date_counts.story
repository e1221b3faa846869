# the bank tells later of money that came in time: its value date counts, so there is no interest
# row S7
procedure general
2025-03-28  invoice 1003 Cilla 100 000,00 due 2025-03-31
2025-04-01  ? citizen Cilla sees 1003 unpaid
2025-04-02  payment 1003 100 000,00 value 2025-03-31
2025-04-02  ? citizen Cilla sees 1003 paid
2025-04-03  ? stopped 1003 late-interest by paid in time
2025-04-11  ? status 1003 PAID
