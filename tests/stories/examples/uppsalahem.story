# a text message in the first days of the month, when a mobile number is known
policy ../../../examples
creditor uppsalahem
2025-03-03  invoice 1001 Anna 8 000,00 due 2025-03-31 marks has_mobile
2025-03-03  invoice 1002 Bo 8 000,00 due 2025-03-31
2025-03-31  payment 1001 5 000,00
2025-04-03  -> reminder-sms Anna 1001, pay by 2025-04-08
2025-04-03  ? letter 1001 reminder-sms by sms
2025-04-03  ? letter 1001 reminder-sms demands 3 000,00
2025-04-07  -> reminder Bo 1002, pay by 2025-04-17
2025-04-07  ? letter 1002 reminder by letter
2025-04-30  ? books balance
