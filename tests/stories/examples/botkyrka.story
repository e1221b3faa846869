# no interest on the invoices that came late, if they are paid in April
policy ../../../examples
creditor botkyrka
2023-02-01  invoice 3001 Cecilia 10 000,00 due 2023-02-28
2023-03-20  payment 3001 10 000,00
2023-03-21  -> interest invoice R3001 Cecilia 57,53 due 2023-04-20
2023-03-28  invoice 1001 Anna 10 000,00 due 2023-03-31
2023-03-28  invoice 2001 Bertil 10 000,00 due 2023-03-31
2023-04-27  -> reminder Cecilia R3001, pay by 2023-05-11
2023-04-28  payment 1001 10 000,00
2023-05-02  -> reminder Bertil 2001, pay by 2023-05-16
2023-05-10  payment 2001 10 000,00
2023-05-11  -> interest invoice R2001 Bertil 115,07 due 2023-06-12
2023-05-12  ? books balance
