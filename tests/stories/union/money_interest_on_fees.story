# interest on fees too, when they are on an invoice of their own and paid late
# union 2.6: `interest` in the procedure of fee invoices
# ignored: procedures/fees.yaml: interest.rate = {flat: {2020-01-01: "2,00 %"}}
# ignored: procedures/fees.yaml: late_interest
policy ../policies/union_more
procedure service_visit
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-25  report visit 1001
2025-04-25  -> fee invoice F1001 Anna 1 000,00 due 2025-05-26
2025-04-28  payment 1001 500,00
2025-06-05  -> reminder Anna F1001, pay by 2025-06-19
2025-06-10  payment F1001 1 000,00
2025-06-10  ? balance F1001 0,00
2025-06-11  -> interest invoice RF1001 Anna 4,52 due 2025-07-11
2025-06-30  ? books balance
