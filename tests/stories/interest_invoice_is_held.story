# an interest invoice is held, and paid in two parts, as any other
# row N3
procedure general
2025-02-27  invoice 1003 Cilla 100 000,00 due 2025-02-28
2025-03-10  payment 1003 100 000,00
2025-03-11  -> interest invoice R1003 Cilla 301,37 due 2025-04-10
2025-04-10  hold dispute R1003 "the rate"
2025-04-22  payment R1003 100,00
2025-04-23  ? stopped R1003 reminder by dispute
2025-04-25  lift dispute R1003
2025-05-05  ? status R1003 PARTIALLY_PAID
2025-05-05  ? books balance
