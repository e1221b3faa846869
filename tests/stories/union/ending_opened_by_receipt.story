# opened again for a receipt, before the money is booked
# union 2.11: `after: receipt_shown`
# ignored: procedures/opened_by_receipt.yaml: opened.after = paid
policy ../policies/union_ending
procedure opened_by_receipt
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report block 1001
2025-05-05  clear receipt_shown 1001 "kvitto på 800 kr"
2025-05-05  ? waits 1001 opened for report of technician
2025-05-15  ? books balance
