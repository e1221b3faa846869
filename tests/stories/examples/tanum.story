# the agency sends the reminder too, without a fee
policy ../../../examples
creditor tanum
2024-01-02  invoice 1001 Anna 1 000,00 due 2024-01-31
2024-02-09  ? waits 1001 reminder until 2024-02-10
2024-02-11  ? waits 1001 reminder for report of agency
2024-02-11  ? waits 1001 hand-over for reminder
2024-02-12  report reminder 1001
2024-02-13  ? waits 1001 hand-over until 2024-02-23
2024-02-23  -> hand-over Anna 1001
2024-02-26  report collection_demand 1001
2024-02-27  ? balance 1001 1 000,00
2024-02-27  ? status 1001 DEBT_COLLECTION
