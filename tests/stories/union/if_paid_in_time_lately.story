# who paid the last two in time
# union 2.5: `party: {last_paid_on_time}`
# ignored: procedures/paid_in_time_lately.yaml: hand_over.unless
policy ../policies/union_conditions
procedure paid_in_time_lately
2024-11-04  invoice 900 Anna 500,00 due 2024-12-02
2024-12-02  payment 900 500,00
2024-12-02  invoice 901 Anna 500,00 due 2025-01-02
2025-01-02  payment 901 500,00
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1002
2025-05-30  ? books balance
