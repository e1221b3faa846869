# the bank's file is read before the night: money of the same day stops the reminder
# row N1
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  payment 1003 300,00
2025-04-11  ? status 1003 PAID
