# what holds one of two who owe an invoice stops nothing that is done to the other
# rows S6
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-03-04  invoice 1004 Cilla 400,00 due 2025-03-31
2025-04-01  hold bankruptcy Cilla "the court's decision"
2025-04-09  -> reminder Nils 1003, pay by 2025-04-23
2025-04-09  ? stopped 1004 reminder by bankruptcy
2025-04-24  -> hand-over Cilla 1003
2025-04-28  hold bankruptcy Nils "the court's decision"
2025-04-28  -> recall Cilla 1003 for debtor held
2025-04-29  ? citizen Nils sees 1003 unpaid
2025-04-29  ? books balance
