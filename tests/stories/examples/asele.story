# the warning speaks of the water debt alone, and who opens the water himself is reported
policy ../../../examples
creditor asele
procedure water
2025-03-03  invoice 1001 Anna 1 200,00 due 2025-03-31
2025-04-09  ? waits 1001 reminder until 2025-04-10
2025-04-10  -> reminder Anna 1001, pay by 2025-04-22
2025-04-23  -> hand-over Anna 1001
2025-04-24  ? balance 1001 1 200,00
2025-04-24  report collection_demand 1001
2025-05-05  ? waits 1001 order-to-pay until 2025-05-06
2025-05-06  -> disconnection-warning Anna 1001, pay by 2025-05-20
2025-05-21  clear no_health_risk 1001 "visited; nobody ill, no children"
2025-05-21  ? stopped 1001 disconnection by needs alternative water needs officer decision
2025-05-22  clear alternative_water 1001 "a tap within walking distance"
2025-05-22  ? stopped 1001 disconnection by needs officer decision
2025-05-23  clear officer_decision 1001 "decided"
2025-05-23  ? waits 1001 disconnection for report of technician
2025-05-26  ? waits 1001 police-report for reconnected-by-another
2025-05-26  report disconnection 1001
2025-05-27  ? balance 1001 3 200,00
2025-06-02  clear reconnected_by_another 1001 "the seal is broken"
2025-06-02  ? waits 1001 police-report for report of police
