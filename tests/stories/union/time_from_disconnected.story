# counted from the day of the disconnection
# union 2.2: `after: disconnected`
# ignored: procedures/findings.yaml: ended_notice.after = due
policy ../policies/union_time
procedure findings
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-06  clear disconnected 1001 "avstängd"
2025-05-26  -> ended-notice Anna 1001
2025-06-30  ? books balance
