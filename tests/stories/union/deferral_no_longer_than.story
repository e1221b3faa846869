# more time ends some days, or months, after the due date or the invoice date, or on a fixed day
# union 2.7: max days, months or a date; from invoice date or due date
# ignored: procedures/heating.yaml: deferral.longest = 3 months
# ignored: procedures/care.yaml: deferral.longest_from
# ignored: procedures/care.yaml: deferral.not_beyond
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind waste
2025-02-03  invoice 1003 Elin 300,00 due 2025-03-31 kind care
2025-03-03  invoice 1004 Farid 300,00 due 2025-03-31 kind care
2025-03-03  invoice 1005 Gun 300,00 due 2025-03-31 kind connection
2025-03-03  clear officer_decision 1003 "Lång sjukdom"
2025-03-03  clear officer_decision 1004 "Lång sjukdom"
2025-03-28  ? deferral 1001 until 2025-05-31 by finance_manager
2025-03-28  ? deferral 1001 until 2025-06-01 refused: longer than until 2025-05-31
2025-03-28  ? deferral 1002 until 2025-04-30 by case_officer, first 75,00, fee 50,00, interest 2,03
2025-03-28  ? deferral 1002 until 2025-05-01 refused: longer than until 2025-04-30
2025-03-28  ? deferral 1003 until 2025-05-03 by case_officer, interest 2,98
2025-03-28  ? deferral 1003 until 2025-05-04 refused: longer than until 2025-05-03
2025-03-28  ? deferral 1004 until 2025-06-01 refused: longer than until 2025-05-31
2025-03-28  ? deferral 1005 until 2025-04-30 refused: no deferral
