# all is paid before the debtor was served: the application is withdrawn by itself, and no record
# rows N8, N9
procedure mooring
2025-03-03  invoice 1001 Anna 2 400,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-05
2025-05-08  -> authority-warning Anna 1001, pay by 2025-05-19
2025-05-20  -> course 1001 enforcement-authority
2025-05-21  course 1001 enforcement-authority
2025-05-21  -> application 1001 order-to-pay costs 680,00
2025-05-26  payment 1001 3 260,00
2025-05-26  -> withdrawal 1001 for paid
2025-05-26  ? authority 1001 withdrawn
2025-05-28  authority withdrawn 1001
2025-06-30  ? record 1001 none
2025-06-30  ? status 1001 PAID
2025-06-30  ? books balance
