# money without a known number waits until a person places it, and counts from the day it came
# rows S7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment "tack för hjälpen" 300,00
2025-03-31  ? unmatched 300,00
2025-04-04  match 300,00 1003
2025-04-04  ? unmatched 0,00
2025-04-04  ? status 1003 PAID
2025-04-07  ? citizen Cilla sees 1003 paid
2025-04-07  ? stopped 1003 late-interest by paid in time
2025-04-09  ? books balance
