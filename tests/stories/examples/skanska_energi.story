# a text message first, to private persons; and one may move the due date by oneself
policy ../../../examples
creditor skanska_energi
procedure power
2025-03-03  invoice 1001 Anna 2 000,00 due 2025-03-31 marks has_mobile
2025-03-03  invoice 2001 Bertil 2 000,00 due 2025-03-31
2025-03-03  invoice 3001 Bolaget 2 000,00 due 2025-03-31 as organization marks has_mobile
2025-03-03  invoice 4001 Cecilia 15 000,00 due 2025-03-31
2025-03-24  ? deferral 1001 until 2025-04-30 by self_service, interest 18,08
2025-03-24  ? deferral 1001 until 2025-05-02 refused: longer than until 2025-04-30
2025-03-24  ? deferral 4001 until 2025-04-30 by case_officer, interest 135,62
2025-03-31  payment 4001 15 000,00
2025-04-01  ? deferral 1001 until 2025-04-30 refused: asked after 2025-03-31
2025-04-03  -> text-message Anna 1001
2025-04-09  ? waits 1001 reminder until 2025-04-10
2025-04-10  ? waits 2001 reminder for report of agency
2025-04-11  report reminder 2001
2025-04-15  payment 3001 2 000,00
2025-04-23  -> hand-over Bertil 2001
