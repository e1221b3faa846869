# who has had more time waits a year to get it again
# union 2.7: once a year; none in last 12 months
# ignored: procedures/heating.yaml: deferral.only_if
policy ../policies/more_time
procedure heating
2025-02-03  invoice 1001 Cilla 300,00 due 2025-02-28
2025-02-27  hold deferral 1001 until 2025-03-14 "fick vänta"
2025-03-03  invoice 1002 Cilla 300,00 due 2025-03-31
2025-03-03  invoice 1003 David 300,00 due 2025-03-31
2025-03-05  payment 1001 300,00
2025-03-28  ? deferral 1002 until 2025-04-30 refused: too often 2026-02-28
2025-03-28  ? deferral 1003 until 2025-04-30 by case_officer
