# the agency is paid for an invoice that was made anew: its number has a stroke
# rows N7
procedure general
2025-03-03  invoice 1003 Cilla 100 000,00 due 2025-03-31
2025-04-08  payment 1003 100 000,00
2025-04-09  -> interest invoice R1003 Cilla 241,10 due 2025-05-09
2025-04-10  undo night 2025-04-09 not before 2025-04-14 "fel räntesats"
2025-04-14  -> interest invoice R1003/2 Cilla 241,10 due 2025-05-14
2025-05-23  -> reminder Cilla R1003/2, pay by 2025-06-09
2025-06-10  -> hand-over Cilla R1003/2
2025-06-16  agency paid R1003/2 241,10
2025-06-16  ? balance R1003/2 0,00
2025-06-16  ? books balance
