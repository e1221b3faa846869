# interest runs on from the due date, unless the rules let a deferral be free of it
# union 2.7: during: yes interest; own rules without
# ignored: procedures/heating.yaml: interest.free_under
policy ../policies/more_time
procedure culture
2025-03-03  invoice 1001 Cilla 10 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 10 000,00 due 2025-03-31 kind heating
2025-03-28  ? deferral 1001 until 2025-04-30 by case_officer, interest 90,41
2025-03-28  ? deferral 1002 until 2025-04-30 by case_officer
