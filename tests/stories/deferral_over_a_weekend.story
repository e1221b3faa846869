# a deferral over days off costs nothing: they were no working days anyway
# row N22
procedure general
2025-04-10  invoice 1003 Cilla 300,00 due 2025-04-11
2025-04-12  hold deferral 1003 until 2025-04-13 "Väntar på lön"
2025-04-24  -> reminder Cilla 1003, pay by 2025-05-08
