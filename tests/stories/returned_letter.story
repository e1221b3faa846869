# a reminder that came back has reminded nobody: its time is counted from the one sent again
# rows N2, N4
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-16  letter of 1003 returned "okänd på adressen"
2025-04-24  ? stopped 1003 hand-over by returned letter unknown address
2025-05-02  moved Cilla
2025-05-02  -> sent again Cilla 1003, pay by 2025-05-16
2025-05-16  ? waits 1003 hand-over until 2025-05-19
2025-05-19  -> hand-over Cilla 1003
2025-05-20  ? books balance
