# late interest by the law's own numbers: actual days over the year's own days, both rates
# row N3
procedure water
2025-03-03  ? interest 10 000,00 due 2023-12-15 paid 2024-01-31 is 152,05
2025-03-03  ? interest 10 000,00 due 2023-12-31 paid 2024-12-31 is 1 200,00
2025-03-03  ? interest 10 000,00 due 2025-06-20 paid 2025-07-20 is 84,93
2025-03-03  ? interest 2 256,00 due 2026-01-31 paid 2026-04-30 is 55,01
2025-03-03  ? interest 6 780,00 due 2020-12-31 paid 2021-04-20 is 163,46
