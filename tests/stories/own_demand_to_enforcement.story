# our own demand, a course that a person decides, an order to pay reduced, a verdict, enforcement
# rows N5, N6, N8, N9, S14
procedure mooring
2025-03-03  invoice 1001 Anna 2 400,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-05
2025-04-24  ? balance 1001 2 580,00
2025-05-08  -> authority-warning Anna 1001, pay by 2025-05-19
2025-05-19  ? waits 1001 course until 2025-05-20
2025-05-20  -> course 1001 enforcement-authority
2025-05-26  ? stopped 1001 order-to-pay by needs ability to pay
2025-05-26  ? authority 1001 none
2025-05-27  course 1001 enforcement-authority
2025-05-27  -> application 1001 order-to-pay costs 680,00
2025-05-27  ? balance 1001 3 260,00
2025-05-27  ? status 1001 DEBT_COLLECTION
2025-05-28  authority received 1001
2025-06-02  authority served 1001
2025-06-02  ? authority 1001 served
2025-06-02  ? record 1001 none
2025-06-03  payment 1001 1 000,00
2025-06-03  -> reduction 1001 860,00
2025-06-03  -> reduction 1001 140,00
2025-06-30  ? stopped 1001 enforcement by needs officer decision needs verdict
2025-07-01  authority verdict 1001
2025-07-01  ? record 1001 2025-07-01
2025-07-02  clear officer_decision 1001 "verkställ"
2025-07-02  -> application 1001 enforcement costs 600,00
2025-08-01  authority paid 1001 860,00
2025-08-01  ? balance 1001 2 000,00
2025-09-01  payment 1001 2 000,00
2025-09-01  -> withdrawal 1001 for paid
2025-09-01  ? authority 1001 withdrawn
2025-09-01  ? books balance
