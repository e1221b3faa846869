# nothing is done about invoices that never arrived, and the days do not count
policy ../../../examples
creditor kalmar
2021-03-15  invoice 1001 Anna 1 000,00 due 2021-04-30
2021-04-05  invoice 2001 Bertil 1 000,00 due 2021-04-30
2021-05-10  -> reminder Bertil 2001, pay by 2021-05-24
2021-05-10  ? stopped 1001 reminder by campaign until 2021-05-31
2021-06-10  -> reminder Anna 1001, pay by 2021-06-24
2021-06-24  ? status 1001 REMINDER
