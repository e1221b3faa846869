# a technician is booked before the day
# union 2.10: `after: technician_booked`
# ignored: procedures/technician_booked.yaml: block.also_after
policy ../policies/union_people
procedure technician_booked
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-05  ? waits 1001 block for technician-booked
2025-05-12  clear technician_booked 1001 "tid 15 maj"
2025-05-15  ? waits 1001 block for report of technician
2025-05-30  ? books balance
