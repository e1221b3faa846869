# a payment that a person has placed is taken back by the bank: the invoice is owed again
# rows S7
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment "tack för hjälpen" 300,00
2025-04-01  match 300,00 1003
2025-04-01  ? balance 1003 0,00
2025-04-03  reversal "tack för hjälpen" 300,00
2025-04-03  ? balance 1003 300,00
2025-04-03  ? unmatched 0,00
2025-04-03  ? books balance
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-10  ? citizen Cilla sees 1003 unpaid
