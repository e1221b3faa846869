# no reminder, and who pays the rent late more than once loses the time in the queue
policy ../../../examples
creditor af_bostader
procedure rent
2025-02-10  invoice 1001 Anna 4 000,00 due 2025-02-28
2025-02-10  invoice 2001 Bertil 4 000,00 due 2025-02-28
2025-03-05  payment 1001 4 000,00
2025-03-05  ? stopped 1001 queue-time-lost by party
2025-03-07  -> hand-over Bertil 2001
2025-03-10  report collection_demand 2001
2025-03-10  invoice 1002 Anna 4 000,00 due 2025-03-31
2025-03-21  ? waits 2001 order-to-pay for report of enforcement authority
2025-03-31  payment 1002 4 000,00
2025-03-31  ? stopped 1002 queue-time-lost by party
2025-04-10  invoice 1003 Anna 4 000,00 due 2025-04-30
2025-05-05  payment 1003 4 000,00
2025-05-05  ? waits 1003 queue-time-lost for report of department
2025-05-12  invoice 1004 Anna 4 000,00 due 2025-05-30
2025-05-30  payment 1004 4 000,00
2025-05-30  ? stopped 1004 queue-time-lost by not concerned
