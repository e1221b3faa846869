# connections are closed once a quarter, and opened when one has paid and said so
policy ../../../examples
creditor dundernet
procedure fibre
2025-03-03  invoice 1001 Anna 150,00 due 2025-03-31
2025-03-17  ? deferral 1001 until 2025-04-30 refused: no deferral
2025-03-17  ? plan 1001 3 parts from 2025-03-31 refused: no plan
2025-04-10  -> reminder Anna 1001, pay by 2025-04-24
2025-04-25  ? waits 1001 disconnection until 2025-05-19
2025-05-06  invoice 1002 Anna 150,00 due 2025-05-13
2025-05-21  report disconnection 1001
2025-05-23  -> reminder Anna 1002 (also listed 1001), pay by 2025-06-09
2025-06-02  payment 1001 150,00
2025-06-02  payment 1002 150,00
2025-06-02  ? waits 1001 reconnection until 2025-06-03
2025-06-03  ? stopped 1001 reconnection by needs receipt shown
2025-06-04  clear receipt_shown 1001 "has called and said so"
2025-06-04  ? waits 1001 reconnection for report of technician
