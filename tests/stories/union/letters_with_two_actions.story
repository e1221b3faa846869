# two actions in one letter: the warning about the place stands in the demand
# union 2.4: `in_letter_of`
# ignored: procedures/two_actions.yaml: place_notice.in_letter_of
policy ../policies/union_letters
procedure two_actions
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-24  -> place-notice Anna 1001 in collection-demand
2025-04-24  ? letter 1001 collection-demand says "annars förlorar du platsen"
2025-05-30  ? books balance
