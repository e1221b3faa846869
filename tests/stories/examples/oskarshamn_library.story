# a notice and reminders by e-mail when there is an address; the bill always by post
policy ../../../examples
creditor oskarshamn_library
2025-03-03  invoice 1001 Anna 300,00 due 2025-03-31 marks has_email
2025-03-03  invoice 1002 Bo 300,00 due 2025-03-31
2025-03-31  -> soon-due Anna 1001
2025-04-04  -> reminder Anna 1001, pay by 2025-04-14
2025-04-04  -> reminder Bo 1002, pay by 2025-04-14
2025-04-04  ? letter 1001 reminder by email
2025-04-04  ? letter 1002 reminder by letter
2025-04-22  -> reminder-second Anna 1001, pay by 2025-05-02
2025-04-22  -> reminder-second Bo 1002, pay by 2025-05-02
2025-04-22  ? waits 1001 block for report of department
2025-05-06  -> bill Anna 1001, pay by 2025-06-05
2025-05-06  -> bill Bo 1002, pay by 2025-06-05
2025-05-06  ? letter 1001 bill by letter
2025-05-30  ? books balance
