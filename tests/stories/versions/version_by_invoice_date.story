# where the invoice date decides, the due date does not
# policies.md 2.12: valid from, by which day
policy ../policies/versions
procedure berth
2025-06-30  invoice 1001 Cilla 300,00 due 2025-07-31
2025-07-01  invoice 1002 Doris 300,00 due 2025-07-31
2025-08-07  -> reminder Cilla 1001, pay by 2025-08-18
2025-08-14  -> reminder Doris 1002, pay by 2025-09-03
