# who loses the service again loses it at once, but never what was granted after assessment
policy ../../../examples
creditor svedala
2025-03-03  invoice 1001 Anna 1 000,00 due 2025-03-31
2025-03-03  invoice 2001 Bertil 1 000,00 due 2025-03-31 kind home_help marks needs_assessed
2025-04-10  -> reminder Anna 1001, pay by 2025-04-24
2025-04-10  -> reminder Bertil 2001, pay by 2025-04-24
2025-04-25  -> hand-over Anna 1001
2025-04-25  -> hand-over Bertil 2001
2025-04-25  ? waits 1001 suspension for report of department
2025-04-25  ? stopped 1001 suspension-at-once by party
2025-04-25  ? stopped 2001 suspension by not concerned
2025-04-28  report suspension 1001
2025-05-05  invoice 1002 Anna 1 000,00 due 2025-05-30
2025-05-28  ? deferral 1002 until 2025-06-27 refused: others overdue, latest not in time
2025-06-02  ? waits 1002 suspension-at-once for report of department
2025-06-09  -> reminder Anna 1002, pay by 2025-06-23
2025-06-24  -> hand-over Anna 1002
2025-06-24  ? stopped 1002 suspension by party until 2027-04-28
