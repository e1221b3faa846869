# a reminder fee where it may lawfully be charged, and interest at the board's own rate
policy ../../../examples
creditor guidelines_040_1
2025-03-03  invoice 1001 Anna 1 000,00 due 2025-03-31 kind hall
2025-03-03  invoice 2001 Bertil 1 000,00 due 2025-03-31 kind care
2025-03-03  invoice 3001 Cecilia 1 000,00 due 2025-03-31 kind culture department culture
2025-03-03  invoice 4001 David 1 000,00 due 2025-03-31 kind culture department office
2025-03-28  ? deferral 1001 until 2025-04-30 refused: needs officer decision
2025-04-07  -> reminder Anna 1001, pay by 2025-04-15
2025-04-07  -> reminder Bertil 2001, pay by 2025-04-15
2025-04-07  -> reminder David 4001, pay by 2025-04-15
2025-04-07  ? balance 1001 1 060,00
2025-04-07  ? balance 2001 1 000,00
2025-04-15  -> reminder Cecilia 3001, pay by 2025-04-23
2025-04-15  ? balance 3001 1 000,00
2025-04-15  ? balance 4001 1 060,00
2025-04-16  -> collection-demand Anna 1001, pay by 2025-04-28
2025-04-16  -> collection-demand Bertil 2001, pay by 2025-04-28
2025-04-16  -> interest 1001 2,63
2025-04-16  -> interest 2001 2,63
2025-04-16  -> collection-demand David 4001, pay by 2025-04-28
2025-04-16  -> interest 4001 2,63
2025-04-16  ? balance 1001 1 242,63
2025-04-16  ? balance 2001 1 182,63
2025-04-24  -> collection-demand Cecilia 3001, pay by 2025-05-05
2025-04-24  -> interest 3001 3,95
2025-04-29  -> write-down 1001 1 242,63
2025-04-29  -> write-down 2001 1 182,63
2025-04-29  -> write-down 4001 1 242,63
2025-04-29  ? balance 1001 1 242,63
2025-04-29  ? books balance
