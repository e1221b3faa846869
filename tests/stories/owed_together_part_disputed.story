# a part that one of two disputes is billed apart to both, when the rest did not wait for it
# rows S6
procedure general
2025-03-03  invoice 1003 Cilla 500,00 due 2025-03-31 with Nils
2025-04-02  dispute 1003 150,00 "en timme för mycket"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  -> reminder Nils 1003, pay by 2025-04-23
2025-04-22  payment 1003 350,00
2025-04-22  settle 1003 rejected "timmen är riktig"
2025-04-22  -> part invoice B1003 Cilla 150,00 due 2025-05-22
2025-04-22  ? citizen Nils sees B1003 unpaid
2025-04-22  ? citizen Nils sees 1003 paid
2025-04-23  hold bankruptcy Cilla "beslut"
2025-06-03  -> reminder Nils B1003, pay by 2025-06-17
2025-06-03  ? books balance
