# another course than the proposed one: the claim rests, is assessed again, and is written off
# rows N6
procedure mooring
2023-03-01  invoice 1001 Anna 800,00 due 2023-03-31
2023-04-13  -> reminder Anna 1001, pay by 2023-04-27
2023-04-28  -> collection-demand Anna 1001, pay by 2023-05-09
2023-05-12  -> authority-warning Anna 1001, pay by 2023-05-22
2023-05-23  -> course 1001 enforcement-authority
2023-05-24  course 1001 monitoring "saknar tillgångar enligt Kronofogden"
2023-05-24  -> monitoring 1001
2023-05-24  ? stopped 1001 order-to-pay by not concerned
2023-05-24  ? balance 1001 980,00
2024-05-24  -> course 1001 write-off
2024-06-03  course 1001 write-off
2024-06-03  -> write-off 1001 980,00
2024-06-03  ? balance 1001 0,00
2024-06-03  ? status 1001 WRITTEN_OFF
2024-06-03  ? books balance
