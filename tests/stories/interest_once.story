# the payment is taken back and made again: interest is not invoiced twice
# row N3
procedure general
2025-02-27  invoice 1003 Cilla 100 000,00 due 2025-02-28
2025-03-10  payment 1003 100 000,00
2025-03-11  -> interest invoice R1003 Cilla 301,37 due 2025-04-10
2025-03-12  reversal 1003 100 000,00
2025-03-12  -> reminder Cilla 1003, pay by 2025-03-26
2025-03-20  payment 1003 100 000,00
2025-03-28  ? status 1003 PAID
2025-03-28  ? books balance
