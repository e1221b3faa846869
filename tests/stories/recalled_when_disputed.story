# an objection calls the claim back, and we are the ones to pay; the other claim stays where it is
# rows N4, N7
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-24  -> hand-over Cilla 1004
2025-04-28  hold dispute 1003 "fel mätarställning"
2025-04-28  -> recall Cilla 1003 for dispute
2025-04-28  ? agency 1003 none
2025-04-28  ? agency 1004 Exempel Inkasso AB
2025-04-28  ? status 1003 DISPUTED
2025-05-02  agency paid 1003 100,00
2025-05-02  ? balance 1003 200,00
2025-05-02  ? agency 1003 none
2025-05-05  agency closes 1003 withdrawn
2025-05-05  ? books balance
