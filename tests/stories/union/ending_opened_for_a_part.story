# opened again for a part, by ability to pay
# union 2.11: `needs: [ability_to_pay]`, `only_if: {part_paid: true}`
# ignored: procedures/opened_for_a_part.yaml: opened.only_if
policy ../policies/union_ending
procedure opened_for_a_part
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-28  report block 1001
2025-05-05  clear ability_to_pay 1001 "klarar 200 kr i månaden"
2025-05-06  ? stopped 1001 opened by not concerned
2025-05-12  payment 1001 200,00
2025-05-12  ? waits 1001 opened for report of technician
2025-05-15  ? books balance
