# a step that needs a person's finding waits for it, however long
# row N14
policy policies/cautious
procedure cautious
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-08  ? waits 1003 reminder until 2025-04-09
2025-04-09  ? stopped 1003 reminder by needs officer decision
2025-04-16  clear officer_decision 1003 "Läst och rimlig"
2025-04-16  -> reminder Cilla 1003, pay by 2025-04-30
2025-05-02  -> hand-over Cilla 1003
