# contested at the Enforcement Authority: all rests, a person asks for the right court, it decides
# rows N8, N9
procedure mooring
2025-03-03  invoice 1001 Anna 2 400,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-05
2025-05-08  -> authority-warning Anna 1001, pay by 2025-05-19
2025-05-20  -> course 1001 enforcement-authority
2025-05-21  course 1001 enforcement-authority
2025-05-21  -> application 1001 order-to-pay costs 680,00
2025-05-28  authority served 1001
2025-06-04  authority contested 1001
2025-06-04  ? authority 1001 contested
2025-06-04  ? court 1001 district-court
2025-06-05  ? stopped 1001 enforcement by court case
2025-06-16  court 1001 "båtplatsen användes hela säsongen"
2025-06-23  authority transferred 1001 tingsratten
2025-06-23  ? authority 1001 in-court
2025-06-23  ? record 1001 none
2025-06-23  ? lapses 1001 not at the authority
2025-10-01  authority verdict 1001
2025-10-01  ? record 1001 2025-10-01
2025-10-01  ? lapses 1001 2028-10-01
2025-10-01  ? stopped 1001 enforcement by needs officer decision
2025-10-01  ? books balance
