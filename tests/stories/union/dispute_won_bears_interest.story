# who wins an appeal gets the money back with interest; who paid too much gets no interest
# union 2.8: `refunds: {interest: capital}`
# ignored: creditor.yaml: refunds.interest
# ignored: creditor.yaml: refunds.interest = law
policy ../policies/union_more
procedure wages
2025-01-02  invoice 1001 Anna 10 000,00 due 2025-01-31
2025-01-02  invoice 1002 Bo 10 000,00 due 2025-01-31
2025-01-31  payment 1001 10 000,00
2025-01-31  payment 1002 12 000,00
2025-05-12  credit 1001 10 000,00 "överklagandet bifölls"
2025-05-12  ? refund 1001 10 000,00 paid out with interest 138,36
2025-05-12  ? refund 1002 2 000,00 paid out
2025-05-12  ? books balance
