# a reminder when both 7 days and 5 banking days have passed; water gets one letter of demand
policy ../../../examples
creditor guidelines_1995
2025-03-14  invoice 1001 Anna 1 000,00 due 2025-04-14 kind other
2025-03-14  invoice 2001 Bertil 1 000,00 due 2025-04-14 kind water
2025-04-22  ? status 1001 SENT
2025-04-23  -> reminder Anna 1001, pay by 2025-05-02
2025-04-23  -> collection-demand Bertil 2001, pay by 2025-05-07
2025-05-05  -> collection-demand Anna 1001, pay by 2025-05-15
2025-05-06  ? balance 1001 1 180,00
2025-05-06  ? balance 2001 1 180,00
