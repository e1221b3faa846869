# a letter says the step's own words
# union 2.3: `text`
# ignored: procedures/own_words.yaml: reminder.text
policy ../policies/union_letters
procedure own_words
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder says "barnet har slutat"
2025-04-30  ? books balance
