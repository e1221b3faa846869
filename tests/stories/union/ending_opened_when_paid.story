# opened again when all is booked: the debt and its fees
# union 2.11: `after: paid`
# ignored: procedures/opened_when_paid.yaml: opened.only_if
policy ../policies/union_ending
procedure opened_when_paid
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  payment 1002 500,00
2025-04-28  report block 1001
2025-05-05  payment 1001 500,00
2025-05-07  ? waits 1001 opened for payment
2025-05-08  payment 1001 300,00
2025-05-09  ? waits 1001 opened for report of technician
2025-05-09  ? stopped 1002 opened by not concerned
2025-05-15  ? books balance
