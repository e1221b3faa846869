# a claim follows the version in force on its due date, to its end; the next follows the new one
# policies.md 2.12: valid from, by which day
policy ../policies/versions
procedure hall
2025-06-02  invoice 1001 Cilla 300,00 due 2025-06-30
2025-06-03  invoice 1002 Doris 300,00 due 2025-07-01
2025-07-07  -> reminder Cilla 1001, pay by 2025-07-17
2025-07-15  -> reminder Doris 1002, pay by 2025-08-04
2025-07-15  ? balance 1001 300,00
2025-07-15  ? balance 1002 360,00
2025-07-18  -> hand-over Cilla 1001
