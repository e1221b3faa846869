# interest comes on the next invoice if there is one, else by itself after three months
policy ../../../examples
creditor alvkarleby
2023-03-01  invoice 1001 Anna 10 000,00 due 2023-03-31
2023-03-01  invoice 2001 Bertil 10 000,00 due 2023-03-31
2023-04-03  -> reminder Anna 1001, pay by 2023-04-11
2023-04-03  -> reminder Bertil 2001, pay by 2023-04-11
2023-04-11  payment 1001 10 000,00
2023-04-11  payment 2001 10 000,00
2023-04-13  ? waits 2001 late-interest until 2023-07-12
2023-04-20  invoice 1002 Anna 10 000,00 due 2023-05-31
2023-04-20  -> interest invoice R1001 Anna 31,64 due 2023-05-31
2023-05-31  payment 1002 10 000,00
2023-06-07  -> reminder Anna R1001, pay by 2023-06-21
2023-07-12  -> interest invoice R2001 Bertil 31,64 due 2023-08-11
2023-07-13  ? books balance
