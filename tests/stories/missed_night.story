# a missed night is not caught up with: the reminder has the day that it is sent, and two weeks
# rows N1, N2
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  no run
2025-04-10  -> reminder Cilla 1003, pay by 2025-04-24
2025-04-25  -> hand-over Cilla 1003
