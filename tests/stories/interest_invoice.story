# late interest comes on a separate invoice when the debt is paid, by the day, over a half-year
# row N3
procedure water
2023-12-14  invoice 1003 Cilla 10 000,00 due 2023-12-15
2023-12-28  -> reminder Cilla 1003, pay by 2024-01-11
2023-12-28  ? balance 1003 10 000,00
2024-01-12  -> hand-over Cilla 1003
2024-01-31  payment 1003 10 000,00
2024-01-31  -> recall Cilla 1003 for paid
2024-01-31  ? status 1003 PAID
2024-02-01  -> interest invoice R1003 Cilla 152,05 due 2024-03-04
2024-02-01  ? balance R1003 152,05
2024-02-01  ? balance 1003 0,00
2024-02-01  ? citizen Cilla sees R1003 unpaid
2024-02-05  ? books balance
