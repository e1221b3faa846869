# a claim keeps its version while the law's rate follows each day; the new minimum does not touch it
# policies.md 2.12: valid from, by which day
# 1001: 13 days at 3 + 8 per cent and 17 at 2 + 8, above its version's 50 kr; 1002: 82,19, under 100
policy ../policies/versions
procedure hall
2025-06-02  invoice 1001 Cilla 10 000,00 due 2025-06-17
2025-06-03  invoice 1002 Doris 10 000,00 due 2025-07-01
2025-06-25  -> reminder Cilla 1001, pay by 2025-07-07
2025-07-08  -> hand-over Cilla 1001
2025-07-15  -> reminder Doris 1002, pay by 2025-08-04
2025-07-17  payment 1001 10 000,00
2025-07-17  -> recall Cilla 1001 for paid
2025-07-18  -> interest invoice R1001 Cilla 85,75 due 2025-08-18
2025-07-31  payment 1002 10 060,00
2025-08-05  ? balance 1002 0,00
