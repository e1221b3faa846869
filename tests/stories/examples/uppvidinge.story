# reminders on the 15th until 2011, no hand-over until the department has answered, a write-down
policy ../../../examples
creditor uppvidinge
2010-09-01  invoice 1001 Anna 1 000,00 due 2010-09-30
2010-10-14  ? waits 1001 reminder until 2010-10-15
2010-10-15  -> reminder Anna 1001, pay by 2010-10-29
2010-11-01  ? stopped 1001 hand-over by needs department answer
2010-11-10  clear department_answer 1001 "no action of our own"
2010-11-10  -> hand-over Anna 1001
2011-01-03  invoice 2001 Bertil 1 000,00 due 2011-01-31
2011-02-10  -> reminder Bertil 2001, pay by 2011-02-24
2011-02-25  ? stopped 2001 hand-over by needs department answer
2011-12-29  -> write-down 1001 1 000,00
2011-12-29  ? balance 1001 1 000,00
2011-12-29  ? books balance
