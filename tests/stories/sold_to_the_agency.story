# the claim is sold at the hand-over: nothing of it is ours, and what comes to us all the same waits
# rows N4, N7
policy policies/union_more
procedure transferred
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  invoice 1002 Bo 300,00 due 2025-04-11
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-10  payment 1001 100,00
2025-04-24  -> reminder Bo 1002, pay by 2025-05-08
2025-04-24  -> hand-over Anna 1001
2025-04-24  ? balance 1001 0,00
2025-04-24  ? status 1001 TRANSFERRED
2025-04-24  ? agency 1001 Exempel Inkasso AB
2025-04-24  ? citizen Anna sees 1001 unpaid
2025-04-24  ? books balance
# the night is undone; what was sold that night is not ours to take back
2025-05-02  undo night 2025-04-24 "fel dag"
2025-05-02  ? agency 1001 Exempel Inkasso AB
2025-05-02  ? balance 1001 0,00
2025-05-05  -> reminder Bo 1002, pay by 2025-05-19
# what is paid to the agency is its own
2025-05-05  agency paid 1001 300,00
2025-05-05  ? overpaid 1001 0,00
# a dispute calls nothing back
2025-05-06  hold dispute 1001 "fel belopp"
2025-05-07  ? agency 1001 Exempel Inkasso AB
# what comes to us is the payer's, until a person has decided
2025-05-12  payment 1001 50,00
2025-05-12  ? balance 1001 0,00
2025-05-12  ? overpaid 1001 50,00
2025-05-12  ? status 1001 TRANSFERRED
2025-05-12  ? books balance
# the agency has ended it: it is nobody's to pay, and does not come back to us
2025-05-20  -> hand-over Bo 1002
2025-05-20  agency closes 1001 paid
2025-05-20  ? agency 1001 none
2025-05-20  ? status 1001 TRANSFERRED
2025-05-20  ? citizen Anna sees 1001 paid
2025-06-30  ? balance 1001 0,00
2025-06-30  ? books balance
