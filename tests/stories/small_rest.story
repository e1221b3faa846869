# nearly everything is paid: the small rest need not be paid, and the invoice is shown as paid
# row S11
procedure general
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-31  payment 1003 290,00
2025-04-04  ? citizen Cilla sees 1003 unpaid
2025-04-04  ? waits 1003 small-rest until 2025-04-07
2025-04-07  -> write-off 1003 10,00
2025-04-07  ? status 1003 PAID
2025-04-07  ? balance 1003 0,00
2025-04-07  ? citizen Cilla sees 1003 paid
2025-04-25  ? books balance
