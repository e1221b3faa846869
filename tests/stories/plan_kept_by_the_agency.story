# a long plan is the agency's own: it keeps the invoice, and it ends when all is paid there
# rows N21
policy policies/plans
procedure waste
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  plan 1003 4 parts from 2025-05-30 "överens med inkassobolaget"
2025-04-28  -> plan at agency Cilla 1003
2025-04-28  ? agency 1003 Exempel Inkasso AB
2025-06-30  agency paid 1003 900,00
2025-06-30  -> plan ended Cilla 1003
2025-07-01  -> interest invoice R1003 Cilla 7,59 due 2025-07-31
2025-07-10  ? books balance
