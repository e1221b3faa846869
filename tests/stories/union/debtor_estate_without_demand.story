# no collection costs for an estate
# union 2.9: `unless: {debtors: [estate]}`
# ignored: procedures/estate_without_demand.yaml: collection_demand.unless
policy ../policies/union_people
procedure estate_without_demand
2025-03-03  invoice 1001 Boet 500,00 due 2025-03-31 as estate
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Boet 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> collection-demand Bo 1002, pay by 2025-05-06
2025-05-30  ? books balance
