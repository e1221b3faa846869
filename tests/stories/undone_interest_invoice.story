# an interest invoice made in a wrong night is withdrawn, and made anew under another number
# rows N3, S10
procedure general
2025-03-03  invoice 1003 Cilla 100 000,00 due 2025-03-31
2025-04-08  payment 1003 100 000,00
2025-04-09  -> interest invoice R1003 Cilla 241,10 due 2025-05-09
2025-04-10  undo night 2025-04-09 not before 2025-04-14 "fel räntesats"
2025-04-10  ? status R1003 VOID
2025-04-10  ? balance R1003 0,00
2025-04-10  ? citizen Cilla sees R1003 paid
2025-04-14  -> interest invoice R1003/2 Cilla 241,10 due 2025-05-14
2025-04-14  ? balance R1003/2 241,10
2025-04-14  ? books balance
