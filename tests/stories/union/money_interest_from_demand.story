# interest from 30 days after the demand
# union 2.6: `runs_from: demand`
# ignored: procedures/interest_from_demand.yaml: interest.runs_from
policy ../policies/union_money
procedure interest_from_demand
2025-03-03  invoice 1001 Anna 20 000,00 due 2025-03-10
2025-03-19  -> reminder Anna 1001, pay by 2025-04-02
2025-05-30  payment 1001 20 000,00
2025-06-02  -> interest invoice R1001 Anna 349,59 due 2025-07-02
2025-06-16  ? books balance
