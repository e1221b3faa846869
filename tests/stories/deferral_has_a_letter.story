# more time to pay: the debtor's own choice, or granted by a person; each has its letter
# rows N22
policy policies/more_time
procedure broadband
2025-01-02  invoice 901 Cilla 100,00 due 2025-01-31
2025-01-30  payment 901 100,00
2025-02-03  invoice 902 Cilla 100,00 due 2025-02-28
2025-02-27  payment 902 100,00
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31
2025-03-03  invoice 1002 Nils 1 000,00 due 2025-03-31 kind waste
2025-03-28  ? offered Cilla 1001 2 to 6 parts, until 2025-04-30
2025-03-28  ask Cilla 1001 until 2025-04-25 "lön den 25"
2025-03-28  -> deferral Cilla 1001, pay 3 000,00 by 2025-04-25
2025-03-28  ? asked 1001 granted
2025-03-28  payment 1002 250,00
2025-03-31  ask Nils 1002 until 2025-04-30 "väntar på pengar"
2025-03-31  ? asked 1002 waiting
2025-04-01  answer 1002 yes "det går bra"
2025-04-01  -> deferral Nils 1002, pay 800,00 by 2025-04-30
2025-04-24  payment 1001 3 000,00
2025-04-28  ? status 1001 PAID
2025-04-30  ? stopped 1002 reminder by deferral until 2025-04-30
2025-05-05  -> reminder Nils 1002, pay by 2025-05-15
2025-05-07  ? books balance
