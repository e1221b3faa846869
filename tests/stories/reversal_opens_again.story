# the bank takes the payment back: the invoice is unpaid again, and is reminded of
# row S1
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 300,00
2025-03-31  ? status 1003 PAID
2025-04-14  reversal 1003 300,00
2025-04-14  -> reminder Cilla 1003, pay by 2025-04-28
2025-04-14  ? balance 1003 300,00
2025-04-14  ? citizen Cilla sees 1003 unpaid
2025-04-29  -> hand-over Cilla 1003
2025-04-29  ? books balance
