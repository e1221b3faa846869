# two reminders, 16 days apart, a fee on the first, above 50 kr; abroad above 150 kr
policy ../../../examples
creditor lunds_universitet
2025-03-03  invoice 1001 Anna 1 000,00 due 2025-03-31
2025-03-03  invoice 2001 Bertil 50,00 due 2025-03-31
2025-03-03  invoice 3001 Cecilia 150,00 due 2025-03-31 marks foreign_address
2025-03-03  invoice 4001 David 151,00 due 2025-03-31 marks foreign_address
2025-04-10  -> reminder-first Anna 1001, pay by 2025-04-22
2025-04-10  -> reminder-first David 4001, pay by 2025-04-22
2025-04-25  ? balance 1001 1 060,00
2025-04-28  -> reminder-second Anna 1001, pay by 2025-05-08
2025-04-28  -> reminder-second David 4001, pay by 2025-05-08
2025-04-28  ? balance 1001 1 060,00
2025-04-28  ? stopped 2001 reminder-first by below minimum
2025-04-28  ? stopped 3001 reminder-first by below minimum
2025-05-09  ? stopped 1001 hand-over by needs department answer
