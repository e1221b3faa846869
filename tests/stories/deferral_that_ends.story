# more time to pay until a day; the steps go on by themselves after it
# row N22
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-01  hold deferral 1003 until 2025-04-30 "Får lön den 25"
2025-04-09  ? status 1003 DEFERRED
2025-04-09  ? stopped 1003 reminder by deferral until 2025-04-30
2025-05-12  -> reminder Cilla 1003, pay by 2025-05-26
