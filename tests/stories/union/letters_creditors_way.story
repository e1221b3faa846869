# a letter whose step says nothing goes as the creditor sends its letters
# union 2.3: `channels` in creditor.yaml
# ignored: creditor.yaml: channels
policy ../policies/union_letters
procedure creditors_way
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks digital_mailbox
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder by digital_mailbox
2025-04-09  ? letter 1002 reminder by letter
2025-04-30  ? books balance
