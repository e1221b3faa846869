# a plan has no more parts than the rules say, none too small, and ends in time
# union 2.7: max number of parts or max time; min per month
# ignored: procedures/broadband.yaml: plan.parts_at_most = 24
# ignored: procedures/broadband.yaml: plan.part_at_least
# ignored: procedures/care.yaml: plan.longest = 24 months
policy ../policies/more_time
procedure broadband
2025-03-03  invoice 1001 Cilla 6 050,50 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind heating
2025-03-03  invoice 1003 Elin 1 200,00 due 2025-03-31 kind care
2025-03-28  ? plan 1001 12 parts from 2025-03-31 by case_officer
2025-03-28  ? parts 1001 12 from 2025-03-31 504,00 last 506,50 2026-03-02, fee 170,00
2025-03-28  ? plan 1001 13 parts from 2025-03-31 refused: more parts than 12, part below 500,00
2025-03-28  ? plan 1002 6 parts from 2025-04-01 by case_officer
2025-03-28  ? parts 1002 6 from 2025-04-01 50,00 last 50,00 2025-09-01
2025-03-28  ? plan 1002 7 parts from 2025-04-01 refused: more parts than 6
2025-03-28  ? plan 1003 12 parts from 2025-04-01 by case_officer
2025-03-28  ? parts 1003 12 from 2025-04-01 100,00 last 100,00 2026-03-02
2025-03-28  ? plan 1003 12 parts from 2025-04-04 refused: longer than until 2026-03-03
