# one claim all the way: agency, recall, plan, broken plan, our own demand, the Authority, write-off
# rows N4, N5, N7, N8, N9, N21
policy policies/whole_way
procedure mooring
2025-03-03  invoice 1003 Cilla 2 400,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  report agency-demand 1003
2025-05-05  ? agency 1003 Exempel Inkasso AB
2025-05-05  agency paid 1003 400,00
2025-05-12  plan 1003 4 parts from 2025-05-30 "kan inte betala allt"
2025-05-12  -> plan Cilla 1003, pay 500,00 by 2025-05-30
2025-05-12  -> recall Cilla 1003 for installment plan
2025-05-12  ? agency 1003 none
2025-05-30  payment part 1 of 1003 500,00
2025-05-30  -> plan part 1 paid Cilla 1003
2025-07-01  -> plan broken Cilla 1003
2025-07-02  -> collection-demand Cilla 1003, pay by 2025-07-14
2025-07-15  -> course 1003 enforcement-authority
2025-07-16  course 1003 enforcement-authority
2025-07-16  -> application 1003 order-to-pay costs 680,00
2025-07-28  authority served 1003
2025-08-20  authority verdict 1003
2025-08-20  ? record 1003 2025-08-20
2025-08-21  clear officer_decision 1003 "verkställ"
2025-08-21  -> application 1003 enforcement costs 600,00
2025-11-20  authority assets 1003 none
2025-12-01  authority ended 1003 no_assets
2025-12-02  write off 1003 "saknar tillgångar enligt Kronofogden"
2025-12-02  ? balance 1003 0,00
2025-12-02  ? books balance
