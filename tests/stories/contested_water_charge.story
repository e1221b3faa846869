# a contested water charge is tried by the land and environment court
# rows N8
creditor water_company
2025-03-03  invoice 1001 Anna 900,00 due 2025-03-31 kind water
2025-03-03  ? court 1001 land-and-environment-court
2025-03-31  payment 1001 900,00
2025-03-31  ? record 1001 none
