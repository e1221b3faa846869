# each kind of invoice has a procedure of its own
# union 2.1: `applies_to.kinds`
# ignored: procedures/rent.yaml: reminder.wait = 7 working days
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind rent
2025-03-03  invoice 1002 Anna 500,00 due 2025-03-31 kind parking
2025-04-02  -> reminder Anna 1001, pay by 2025-04-16
2025-04-09  -> reminder Anna 1002, pay by 2025-04-23
2025-04-30  ? books balance
