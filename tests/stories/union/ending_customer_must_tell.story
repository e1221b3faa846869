# opened again only when the customer tells
# union 2.11: `needs: [applied]`
# ignored: procedures/customer_must_tell.yaml: opened.needs
policy ../policies/union_ending
procedure customer_must_tell
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report block 1001
2025-05-05  payment 1001 500,00
2025-05-08  ? stopped 1001 opened by needs applied
2025-05-09  clear applied 1001 "ringde"
2025-05-09  ? waits 1001 opened for report of technician
2025-05-15  ? books balance
