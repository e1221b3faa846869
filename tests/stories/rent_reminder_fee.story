# the lease says that a reminder costs 60 kr; money pays the fee before the rent
# row N3
procedure rent
2025-03-28  invoice 1003 Cilla 5 000,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1003, pay by 2025-04-17
2025-04-07  ? balance 1003 5 060,00
2025-04-11  payment 1003 5 000,00
2025-04-11  ? balance 1003 60,00
2025-04-22  -> hand-over Cilla 1003
2025-04-22  ? books balance
