# less than 100 kr waits for the next invoice, but not by the page before
policy ../../../examples
creditor mittskane_vatten
procedure water
2022-11-30  invoice 1001 Anna 80,00 due 2022-12-30
2022-11-30  invoice 2001 Bertil 1 200,00 due 2022-12-30
2023-01-09  -> reminder Anna 1001, pay by 2023-01-23
2023-01-09  -> reminder Bertil 2001, pay by 2023-01-23
2023-01-20  payment 1001 80,00
2023-01-24  -> disconnection-warning Bertil 2001, pay by 2023-02-07
2023-02-08  clear no_health_risk 2001 "visited"
2023-02-08  ? stopped 2001 disconnection by needs alternative water needs officer decision
2023-02-28  invoice 1002 Anna 80,00 due 2023-03-30
2023-02-28  invoice 2002 Cecilia 100,00 due 2023-03-30
2023-04-11  -> reminder Cecilia 2002, pay by 2023-04-25
2023-04-12  payment 2002 100,00
2023-04-12  ? waits 1002 reminder until 2023-08-09
2023-05-31  invoice 1003 Anna 700,00 due 2023-06-30
2023-05-31  ? waits 1002 reminder until 2023-07-10
2023-07-10  -> reminder Anna 1002 1003, pay by 2023-07-24
