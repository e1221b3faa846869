# the twenty-ninth of February bears interest, and the year has 366 days
# row N3
procedure general
2024-02-01  ? interest 36 600,00 due 2024-02-28 paid 2024-02-29 is 12,00
2024-02-01  ? interest 36 500,00 due 2025-02-28 paid 2025-03-01 is 11,00
2024-02-01  ? interest 10 000,00 due 2023-12-31 paid 2024-12-31 is 1 200,00
