# late interest on what two owe is an invoice that the two owe
# rows S6, N3
procedure water
2023-12-14  invoice 1003 Cilla 10 000,00 due 2023-12-15 with Nils
2023-12-28  -> reminder Cilla 1003, pay by 2024-01-11
2023-12-28  -> reminder Nils 1003, pay by 2024-01-11
2024-01-12  -> hand-over Cilla 1003
2024-01-31  payment 1003 10 000,00
2024-01-31  -> recall Cilla 1003 for paid
2024-02-01  -> interest invoice R1003 Cilla 152,05 due 2024-03-04
2024-02-01  ? citizen Cilla sees R1003 unpaid
2024-02-01  ? citizen Nils sees R1003 unpaid
2024-02-05  hold deferral Cilla until 2024-04-30 "sjuk"
2024-03-13  -> reminder Nils R1003, pay by 2024-03-27
2024-03-13  ? books balance
