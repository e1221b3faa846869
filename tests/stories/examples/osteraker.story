# e-invoice, else a digital mailbox, else paper; but reminders stay letters
policy ../../../examples
creditor osteraker
procedure general
2025-03-03  invoice 1001 Anna 1 000,00 due 2025-03-31 marks digital_mailbox e_invoice
2025-03-03  invoice 1002 Bo 1 000,00 due 2025-03-31 marks digital_mailbox
2025-03-03  invoice 1003 Cilla 1 000,00 due 2025-03-31
2025-04-10  -> reminder Anna 1001, pay by 2025-04-24
2025-04-10  -> reminder Bo 1002, pay by 2025-04-24
2025-04-10  -> reminder Cilla 1003, pay by 2025-04-24
2025-04-10  ? letter 1001 reminder by letter
2025-04-25  -> urge Anna 1001
2025-04-25  -> urge Bo 1002
2025-04-25  -> urge Cilla 1003
2025-04-25  ? letter 1001 urge by e_invoice
2025-04-25  ? letter 1002 urge by digital_mailbox
2025-04-25  ? letter 1003 urge by letter
2025-04-30  ? books balance
