# copies of the invoices go with the letter
# union 2.3: `encloses`
# ignored: procedures/own_words.yaml: reminder.encloses
policy ../policies/union_letters
procedure own_words
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder encloses invoice_copies
2025-04-30  ? books balance
