# while everybody who owes an invoice is held nothing happens, and those days do not count
# rows S6
procedure general
2025-03-03  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-04-01  hold bankruptcy Cilla "the court's decision"
2025-04-03  hold debt_restructuring Nils "the authority's decision"
2025-04-09  ? stopped 1003 reminder by bankruptcy
2025-04-10  lift debt_restructuring Nils
2025-04-10  ? waits 1003 reminder until 2025-04-16
2025-04-16  -> reminder Nils 1003, pay by 2025-04-30
2025-04-30  payment reminder of 1003 310,00
2025-04-30  ? overpaid 1003 10,00
2025-04-30  ? citizen Cilla sees 1003 paid
2025-04-30  ? books balance
