# every kind that is owed on the same legal ground follows one procedure
# union 2.1: `applies_to.grounds`
# ignored: procedures/supervision.yaml: reminder.wait = 7 working days
policy ../policies/union_scope
procedure supervision
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 kind supervision_food
2025-04-16  -> reminder Anna 1001, pay by 2025-04-30
2025-04-30  ? books balance
