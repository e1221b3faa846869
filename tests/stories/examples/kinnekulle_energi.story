# to be connected again costs twice as much in the evening
policy ../../../examples
creditor kinnekulle_energi
procedure grid
2025-03-03  invoice 1001 Anna 1 000,00 due 2025-03-31
2025-03-03  invoice 2001 Bertil 1 000,00 due 2025-03-31
2025-04-07  -> reminder Anna 1001, pay by 2025-04-17
2025-04-07  -> reminder Bertil 2001, pay by 2025-04-17
2025-04-22  -> disconnection-notice Anna 1001, pay by 2025-05-13
2025-04-22  -> disconnection-notice Bertil 2001, pay by 2025-05-13
2025-05-14  clear served 1001 "receipt signed"
2025-05-14  clear served 2001 "receipt signed"
2025-05-14  clear social_services_informed 1001 "told"
2025-05-14  ? stopped 2001 disconnection by needs social services informed
2025-05-15  clear social_services_informed 2001 "told"
2025-05-16  report disconnection 1001
2025-05-16  report disconnection 2001
2025-05-19  ? waits 1001 reconnection for payment
2025-05-20  payment 1001 1 000,00
2025-05-20  payment 2001 1 000,00
2025-05-21  report reconnection 1001
2025-05-21  report reconnection 2001 rate evening
2025-05-22  ? balance 1001 800,00
2025-05-22  ? balance 2001 1 600,00
