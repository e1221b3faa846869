# the value-added tax inside a fee
# union 2.6: `vat_percent`
# ignored: procedures/service_visit.yaml: visit_invoiced.fee.vat_percent
policy ../policies/union_more
procedure service_visit
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-25  report visit 1001
2025-04-25  -> fee invoice F1001 Anna 1 000,00 due 2025-05-26
2025-04-25  ? vat F1001 200,00
2025-04-30  ? books balance
