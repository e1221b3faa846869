# a default with overrides: the narrower procedure wins
# union 2.1: the number of things that `applies_to` names
# ignored: procedures/north_businesses.yaml
policy ../policies/union_scope
procedure general
2025-03-03  invoice 1001 Bolaget 500,00 due 2025-03-31 kind sports as organization department north
2025-04-01  -> reminder Bolaget 1001, pay by 2025-04-15
2025-04-30  ? books balance
