# more time is given after the reminder, but not when the agency has the invoice
# union 2.7: only before hand-over to agency
# ignored: procedures/culture.yaml: deferral.not_after
policy ../policies/more_time
procedure culture
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1001, pay by 2025-04-17
2025-04-21  ? deferral 1001 until 2025-05-15 by case_officer, interest 4,07
2025-04-22  -> hand-over Cilla 1001
2025-04-22  ? deferral 1001 until 2025-05-15 refused: after hand over
