# those with e-invoice or direct debit
# union 2.5: `unless: {marks: […]}`
# ignored: procedures/e_invoice_customer.yaml: hand_over.unless
policy ../policies/union_conditions
procedure e_invoice_customer
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 marks direct_debit
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
