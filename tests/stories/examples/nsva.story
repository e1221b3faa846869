# a small rest waits for the next invoice, one of two agencies takes over, and the water comes back
policy ../../../examples
creditor nsva
procedure water
2025-03-03  invoice 1001 Anna 1 200,00 due 2025-03-31
2025-03-03  invoice 2001 Bertil 1 200,00 due 2025-03-31
2025-03-03  invoice 3001 Cecilia 1 200,00 due 2025-03-31
2025-03-03  invoice 4001 Bolaget 1 200,00 due 2025-03-31 as organization
2025-03-31  payment 1001 1 101,00
2025-03-31  payment 2001 1 100,00
2025-04-10  -> reminder Bertil 2001, pay by 2025-04-22
2025-04-10  -> reminder Cecilia 3001, pay by 2025-04-22
2025-04-10  -> reminder Bolaget 4001, pay by 2025-04-22
2025-04-10  ? waits 1001 reminder until 2025-08-10
2025-04-23  -> hand-over Bertil 2001
2025-04-23  -> hand-over Cecilia 3001
2025-04-23  -> hand-over Bolaget 4001
2025-04-23  ? agency 3001 Exempel Inkasso AB
2025-04-23  ? agency 4001 Prov Inkasso AB
2025-04-24  report collection_demand 3001
2025-05-06  -> disconnection-warning Cecilia 3001, pay by 2025-05-20
2025-05-06  ? stopped 3001 order-to-pay by needs ability to pay
2025-05-07  clear ability_to_pay 3001 "has a salary, says the agency"
2025-05-07  ? waits 3001 order-to-pay for report of enforcement authority
2025-05-21  clear no_health_risk 3001 "visited"
2025-05-21  clear alternative_water 3001 "a tank"
2025-05-21  clear officer_decision 3001 "decided"
2025-05-21  report disconnection 3001
2025-05-22  ? balance 3001 3 030,00
2025-05-26  ? waits 3001 reconnection-by-receipt for receipt-shown
2025-05-26  ? waits 3001 reconnection for payment
2025-05-27  clear receipt_shown 3001 "all of it, from the bank"
2025-05-27  ? waits 3001 reconnection-by-receipt for report of technician
2025-05-28  payment 3001 3 030,00
2025-05-28  -> recall Cecilia 3001 for paid
2025-05-28  ? waits 3001 reconnection for report of technician
2025-06-02  invoice 1002 Anna 1 200,00 due 2025-06-30
2025-06-02  ? waits 1001 reminder until 2025-07-10
2025-06-30  payment 1001 99,00
2025-06-30  payment 1002 1 200,00
2025-07-15  ? books balance
