# an interest invoice that is paid late gives no new interest invoice
# row N3
procedure general
2025-02-27  invoice 1003 Cilla 100 000,00 due 2025-02-28
2025-03-10  payment 1003 100 000,00
2025-03-11  -> interest invoice R1003 Cilla 301,37 due 2025-04-10
2025-04-23  -> reminder Cilla R1003, pay by 2025-05-07
2025-05-05  payment R1003 301,37
2025-05-12  ? status R1003 PAID
2025-05-12  ? books balance
