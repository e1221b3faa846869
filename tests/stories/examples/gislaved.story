# what the municipality billed late in 2020 bears no interest while a deferral is kept
policy ../../../examples
creditor gislaved
2020-11-02  invoice 1001 Anna 10 000,00 due 2020-11-30
2020-11-02  invoice 2001 Bertil 10 000,00 due 2020-11-30
2020-11-24  ? deferral 1001 until 2020-12-30 by case_officer
2020-11-24  ? plan 1001 6 parts from 2020-12-23 by case_officer
2020-11-24  ? parts 1001 6 from 2020-12-23 1 666,00 last 1 670,00 2021-05-24
2020-11-25  hold deferral 1001 until 2020-12-30 "one month more"
2020-12-09  payment 2001 10 000,00
2020-12-10  -> interest invoice R2001 Bertil 19,67 due 2021-01-11
2020-12-30  payment 1001 10 000,00
2021-01-04  invoice 3001 Cecilia 10 000,00 due 2021-01-29
2021-01-18  -> reminder Bertil R2001, pay by 2021-02-01
2021-01-24  ? deferral 3001 until 2021-02-26 refused: no deferral
2021-01-25  hold deferral 3001 until 2021-02-26 "the offer is over, but an officer gave more time"
2021-02-26  payment 3001 10 000,00
2021-03-01  -> interest invoice R3001 Cecilia 61,37 due 2021-03-31
2021-03-02  ? books balance
