# a claim that a person writes down in the books is demanded as before
# rows S11
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-07  write down 1003 "äldre än ett år"
2025-04-07  ? balance 1003 300,00
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? status 1003 REMINDER
2025-04-09  ? books balance
