# the municipality itself sends the demand, with interest on it; the agency comes only then
policy ../../../examples
creditor falkenberg
2017-11-01  invoice 1001 Anna 1 000,00 due 2017-11-30
2017-12-05  -> reminder Anna 1001, pay by 2017-12-15
2017-12-17  ? balance 1001 1 000,00
2017-12-18  -> collection-demand Anna 1001, pay by 2017-12-28
2017-12-18  -> interest 1001 3,70
2017-12-18  ? letter 1001 reminder pays to 998-0137
2017-12-18  ? letter 1001 collection-demand pays to 998-0566
2017-12-28  ? balance 1001 1 183,70
2017-12-28  ? status 1001 REMINDER
2017-12-29  -> hand-over Anna 1001
2018-01-02  ? books balance
