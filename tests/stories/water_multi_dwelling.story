# a house where others live: no letter and no cut without a decision of its own
# rows N10, N14
procedure water
2025-03-03  facility A-7 multi_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-28  ? stopped 1001 disconnection-warning by needs multi dwelling decision
2025-04-29  finding multi_dwelling_decision A-7 "the board has decided, § 14"
2025-04-29  -> disconnection-warning Cilla 1001, pay by 2025-05-27
