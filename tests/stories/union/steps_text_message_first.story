# a text message first, then a letter
# union 2.3: a reminder for those with `marks: [has_mobile]`, `channels: [sms]`
# ignored: procedures/text_message_first.yaml: reminder_sms
policy ../policies/union_steps
procedure text_message_first
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks has_mobile
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-03  -> reminder-sms Anna 1001, pay by 2025-04-08
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-30  ? books balance
