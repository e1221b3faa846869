# the lowest role that may grant so much for so long says yes
# union 2.7: decision levels by length and amount
# ignored: procedures/heating.yaml: deferral.grants.0.up_to
# ignored: procedures/heating.yaml: deferral.grants.0.up_to_amount
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 10 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 10 001,00 due 2025-03-31
2025-03-28  ? deferral 1001 until 2025-04-30 by case_officer
2025-03-28  ? deferral 1001 until 2025-05-01 by finance_manager
2025-03-28  ? deferral 1002 until 2025-04-30 by finance_manager
2025-03-28  ? deferral 1002 10 000,00 until 2025-04-30 by case_officer
