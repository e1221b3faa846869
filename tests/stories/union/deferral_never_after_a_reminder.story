# no more time is given when a reminder has been sent
# union 2.7: never after reminder
# ignored: procedures/waste.yaml: deferral.not_after
policy ../policies/more_time
procedure waste
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-04-04  ? deferral 1001 until 2025-04-30 by case_officer, first 75,00, fee 50,00, interest 2,12
2025-04-07  -> reminder Cilla 1001, pay by 2025-04-17
2025-04-07  ? deferral 1001 until 2025-04-30 refused: after reminder
2025-04-11  ? deferral 1001 until 2025-04-30 refused: asked after 2025-04-10, after reminder
