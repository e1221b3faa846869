# nobody is sent a letter again about what is paid
# rows N2
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-16  letter of 1003 returned "okänd på adressen"
2025-04-22  payment 1003 300,00
2025-05-02  moved Cilla
2025-05-30  ? status 1003 PAID
2025-05-30  ? books balance
