# a finding made in advance does not hasten the step
# row N14
policy policies/cautious
procedure cautious
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-01  clear officer_decision 1003 "Läst och rimlig"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
