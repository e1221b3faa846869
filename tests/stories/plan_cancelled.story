# a plan that is ended by a person: the invoice goes on from that day
# rows N21
policy policies/plans
procedure waste
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-04  plan 1003 3 parts from 2025-04-30 "svårt att betala allt"
2025-04-04  -> plan Cilla 1003, pay 300,00 by 2025-04-30
2025-04-24  cancel plan 1003 "hon betalar allt i maj"
2025-04-25  ? status 1003 SENT
2025-04-29  -> reminder Cilla 1003, pay by 2025-05-13
2025-05-05  ? books balance
