# a demand that waits to leave: the rest is demanded anew, what is disputed is not, nor what is paid
# rows N5
procedure mooring
2025-03-03  invoice 1001 Anna 2 400,00 due 2025-03-31
2025-03-03  invoice 1002 Bodil 2 400,00 due 2025-03-31
2025-03-03  invoice 1003 Cilla 2 400,00 due 2025-03-31
2025-03-03  invoice 1004 David 2 400,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bodil 1002, pay by 2025-04-23
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  -> reminder David 1004, pay by 2025-04-23
2025-04-24  no letters until 2025-04-27
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-05
2025-04-24  -> collection-demand Bodil 1002, pay by 2025-05-05
2025-04-24  -> collection-demand Cilla 1003, pay by 2025-05-05
2025-04-24  -> collection-demand David 1004, pay by 2025-05-05
2025-04-24  ? balance 1001 2 580,00
2025-04-25  payment 1001 1 000,00
2025-04-25  payment 1002 2 580,00
2025-04-25  dispute 1003 "båten var inte min"
2025-04-28  -> demand stopped Anna 1001 "skulden ändrades innan kravet skickades"
2025-04-28  -> demand stopped Bodil 1002 "paid before it left"
2025-04-28  -> demand stopped Cilla 1003 "kravet skickades inte: du har invänt mot fakturan"
2025-04-28  -> demand stopped David 1004 "kravet hann inte skickas den dag det skrevs"
2025-04-28  ? balance 1001 1 400,00
2025-04-28  ? balance 1003 2 400,00
2025-04-29  -> collection-demand Anna 1001, pay by 2025-05-09
2025-04-29  -> collection-demand David 1004, pay by 2025-05-09
2025-04-29  ? letter 1001 collection-demand demands 1 580,00
2025-04-29  ? stopped 1003 collection-demand by dispute
2025-04-30  settle 1003 rejected "båten är hennes"
2025-04-30  -> collection-demand Cilla 1003, pay by 2025-05-12
2025-05-01  ? books balance
