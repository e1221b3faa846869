# less than 300 kr waits for the next invoice, but a final invoice does not
policy ../../../examples
creditor nodava
procedure water
2022-03-01  invoice 1001 Anna 299,00 due 2022-03-31
2022-03-01  invoice 2001 Bertil 299,00 due 2022-03-31 marks final_invoice
2022-03-01  invoice 3001 Cecilia 300,00 due 2022-03-31
2022-04-11  -> reminder Bertil 2001, pay by 2022-04-25
2022-04-11  -> reminder Cecilia 3001, pay by 2022-04-25
2022-04-12  payment 2001 299,00
2022-04-12  payment 3001 300,00
2022-04-12  ? waits 1001 reminder until 2022-10-10
2022-06-01  invoice 1002 Anna 700,00 due 2022-06-30
2022-06-01  ? waits 1001 reminder until 2022-07-10
2022-07-11  -> reminder Anna 1001 1002, pay by 2022-07-25
2022-07-26  -> hand-over Anna 1001 1002
