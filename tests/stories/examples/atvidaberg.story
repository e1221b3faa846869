# with the demand for a second unpaid childcare invoice comes a letter of suspension
# and what a short payment leaves of fee and interest falls due with the next invoice
policy ../../../examples
creditor atvidaberg
2017-09-01  invoice 1001 Anna 1 200,00 due 2017-09-29 kind childcare
2017-09-01  invoice 2001 Bertil 1 000,00 due 2017-09-29 kind other
2017-10-02  invoice 1002 Anna 1 200,00 due 2017-10-31 kind childcare
2017-10-02  -> reminder Anna 1001, pay by 2017-10-16
2017-10-02  -> reminder Bertil 2001, pay by 2017-10-16
2017-10-17  -> collection-demand Anna 1001, pay by 2017-10-27
2017-10-17  -> collection-demand Bertil 2001, pay by 2017-10-27
2017-10-17  -> interest 1001 4,44
2017-10-17  -> interest 2001 3,70
2017-10-20  payment 2001 1 000,00
2017-10-20  ? balance 2001 163,70
2017-11-01  -> reminder Anna 1002, pay by 2017-11-15
2017-11-15  ? waits 2001 enforcement until 2017-12-30
2017-11-16  invoice 2002 Bertil 1 000,00 due 2017-12-15 kind other
2017-11-16  -> collection-demand-again Anna 1002, pay by 2017-11-27
2017-11-16  -> suspension-letter Anna 1002 in collection-demand-again
2017-11-16  -> interest 1002 3,95
2017-11-16  ? waits 2001 enforcement until 2017-12-16
2017-12-01  ? waits 1001 enforcement for report of enforcement authority
2017-12-15  payment 2001 163,70
2017-12-15  payment 2002 1 000,00
2017-12-20  ? books balance
