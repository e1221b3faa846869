# more time is asked for by the due date, or within some days after it
# union 2.7: before due; within n days after
# ignored: procedures/waste.yaml: deferral.apply_within = 0 days
# ignored: procedures/heating.yaml: deferral.apply_within = 30 days
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind waste
2025-03-31  ? deferral 1001 until 2025-04-30 by case_officer
2025-04-01  ? deferral 1001 until 2025-04-30 refused: asked after 2025-03-31
2025-04-04  ? deferral 1002 until 2025-04-30 by case_officer, first 75,00, fee 50,00, interest 2,12
