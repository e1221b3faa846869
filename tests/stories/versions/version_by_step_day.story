# where the day of the step decides, a claim on its way follows the new version from its first day
# policies.md 2.12: valid from, by which day
policy ../policies/versions
procedure course
2025-05-26  invoice 1001 Cilla 300,00 due 2025-06-18
2025-06-03  invoice 1002 Doris 300,00 due 2025-06-27
2025-06-26  -> reminder Cilla 1001, pay by 2025-07-07
2025-07-04  -> reminder Doris 1002, pay by 2025-07-24
2025-07-04  ? balance 1002 360,00
2025-07-08  -> hand-over Cilla 1001
