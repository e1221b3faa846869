# a payment made before the rest was written off is taken back: so much is owed again, and no more
# rows S11
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-07  payment 1003 200,00
2025-04-08  write off 1003 "överenskommelse"
2025-04-08  ? status 1003 PAID
2025-04-10  reversal 1003 200,00
2025-04-10  -> reminder Cilla 1003, pay by 2025-04-24
2025-04-10  ? balance 1003 200,00
2025-04-10  ? citizen Cilla sees 1003 unpaid
2025-04-11  ? status 1003 REMINDER
2025-04-11  ? books balance
