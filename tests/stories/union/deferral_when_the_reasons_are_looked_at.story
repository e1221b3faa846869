# somebody must have looked at the reasons first
# union 2.7: requirements: reasons, documents
# ignored: procedures/care.yaml: deferral.needs
policy ../policies/more_time
procedure care
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-27  ? deferral 1001 until 2025-04-30 refused: needs officer decision
2025-03-28  clear officer_decision 1001 "Lång sjukdom"
2025-03-28  ? deferral 1001 until 2025-04-30 by case_officer, interest 2,71
