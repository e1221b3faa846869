# those whose mobile number is known
# union 2.5: `marks: [has_mobile]`
# ignored: procedures/contact_known.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure contact_known
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks has_mobile
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
