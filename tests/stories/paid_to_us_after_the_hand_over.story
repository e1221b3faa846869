# money paid to us when the claim is at the agency is booked all the same
# row N7
procedure water
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  payment 1003 300,00
2025-04-28  -> recall Cilla 1003 for paid
2025-04-28  ? status 1003 PAID
2025-04-28  ? citizen Cilla sees 1003 paid
2025-04-28  ? books balance
