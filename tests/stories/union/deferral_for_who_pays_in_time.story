# more time by one's own choice is for who has paid the latest two in time and has no other overdue
# union 2.7: last two paid on time; all older paid; automatic self-service under a limit
# ignored: procedures/broadband.yaml: deferral.only_if.party.last_paid_on_time
# ignored: procedures/broadband.yaml: deferral.only_if.open_at_most
# ignored: procedures/broadband.yaml: deferral.grants.0.role = case_officer
policy ../policies/more_time
procedure broadband
2025-01-02  invoice 901 Cilla 100,00 due 2025-01-31
2025-01-02  invoice 911 David 100,00 due 2025-01-31
2025-01-30  payment 901 100,00
2025-01-31  payment 911 100,00
2025-02-03  invoice 902 Cilla 100,00 due 2025-02-28
2025-02-03  invoice 912 David 100,00 due 2025-02-28
2025-02-28  payment 902 100,00
2025-03-03  payment 912 100,00
2025-03-03  invoice 1001 Cilla 15 000,00 due 2025-03-31
2025-03-03  invoice 1002 Cilla 15 001,00 due 2025-03-31
2025-03-03  invoice 1011 David 300,00 due 2025-03-31
2025-03-28  ? deferral 1001 until 2025-04-30 by self_service, interest 135,62
2025-03-28  ? deferral 1002 until 2025-04-30 refused: left above 15 000,00
2025-03-28  ? deferral 1011 until 2025-04-30 refused: latest not in time
