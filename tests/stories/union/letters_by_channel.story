# a letter goes by the first wished way that reaches its recipient, as its latest invoice says
# union 2.3: `channels`, and the marks that the billing system gives
# ignored: procedures/by_channel.yaml: reminder.channels
# ignored: procedures/by_channel.yaml: reminder.channels = [letter]
policy ../policies/union_letters
procedure by_channel
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks has_mobile digital_mailbox
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31 marks digital_mailbox
2025-03-03  invoice 1003 Cilla 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder by sms
2025-04-09  ? letter 1001 reminder expected 2025-04-10
2025-04-09  ? letter 1002 reminder by digital_mailbox
2025-04-09  ? letter 1003 reminder by letter
2025-04-09  ? letter 1003 reminder expected 2025-04-14
2025-04-30  ? books balance
