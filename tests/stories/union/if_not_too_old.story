# a debt that is not too old
# union 2.5: `overdue_at_most`
# ignored: procedures/not_too_old.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure not_too_old
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-31  hold dispute 1001 "bestrider"
2025-05-20  lift dispute 1001
2025-05-28  -> reminder Anna 1001, pay by 2025-06-11
2025-07-10  ? books balance
