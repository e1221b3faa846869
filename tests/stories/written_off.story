# what a person has written off is demanded no more, and money that comes later is booked on it
# rows S11
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-14  write off 1003 "dödsbo utan tillgångar"
2025-04-14  ? status 1003 WRITTEN_OFF
2025-04-14  ? balance 1003 0,00
2025-04-24  ? citizen Cilla sees 1003 paid
2025-05-05  payment 1003 100,00
2025-05-05  ? balance 1003 0,00
2025-05-05  ? overpaid 1003 0,00
2025-05-05  ? status 1003 PAID
2025-05-12  payment 1003 250,00
2025-05-12  ? overpaid 1003 50,00
2025-05-12  ? status 1003 PAID_TOO_MUCH
2025-05-19  reversal 1003 100,00
2025-05-19  ? balance 1003 0,00
2025-05-19  ? books balance
