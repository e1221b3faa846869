# a shared invoice does not take the child’s place away
# union 2.9: `unless: {marks: [shared_invoice]}`
# ignored: procedures/shared_invoice.yaml: service_ended.unless
policy ../policies/union_people
procedure shared_invoice
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks shared_invoice
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-12  ? stopped 1001 service-ended by not concerned
2025-05-30  ? books balance
