# nothing is sent on a day off: what became due meanwhile is sent on the next working day
# row N1
procedure general
2025-04-05  invoice 1003 Cilla 300,00 dated 2025-03-01 due 2025-03-10
2025-04-06  ? waits 1003 reminder until 2025-04-07
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-22
