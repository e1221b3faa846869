# only the agency gives more time
# union 2.7: only at agency
# ignored: procedures/rent.yaml: deferral.grants.0.role = case_officer
policy ../policies/more_time
procedure rent
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-04-07  -> reminder Cilla 1001, pay by 2025-04-17
2025-04-21  ? deferral 1001 until 2025-05-15 refused: before hand over
2025-04-22  -> hand-over Cilla 1001
2025-04-22  ? deferral 1001 until 2025-05-15 by agency, interest 4,07
