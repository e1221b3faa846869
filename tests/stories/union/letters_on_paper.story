# reminders go on paper also to those who get their invoices otherwise
# union 2.3: `channels: [letter]`
# ignored: procedures/on_paper.yaml: reminder.channels
policy ../policies/union_letters
procedure on_paper
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks digital_mailbox e_invoice
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  ? letter 1001 reminder by letter
2025-04-30  ? books balance
