# a part that is missed makes all that is left due, and it goes to the agency
# union 2.7: broken by missed or lower part: whole rest due, to agency; during: no reminders
# ignored: procedures/broadband.yaml: plan.when_broken
# ignored: procedures/broadband.yaml: hand_over_broken_plan
policy ../policies/more_time
procedure broadband
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 3 000,00 due 2025-03-31
2025-03-28  hold installment_plan 1001 "tre delar"
2025-03-28  hold installment_plan 1002 "tre delar"
2025-03-31  payment 1001 1 000,00
2025-03-31  payment 1002 999,00
2025-04-01  ? stands 1001 3 from 2025-03-31 kept, due 0,00
2025-04-01  ? stands 1002 3 from 2025-03-31 broken 2025-04-01 lower, all 2 001,00
2025-04-30  ? stands 1001 3 from 2025-03-31 kept, due 1 000,00
2025-05-02  ? stands 1001 3 from 2025-03-31 broken 2025-05-01 missed, all 2 000,00
2025-05-05  lift installment_plan 1001
2025-05-05  clear plan_broken 1001 "andra delen kom inte"
2025-05-06  -> hand-over-broken-plan Cilla 1001
2025-05-06  ? status 1001 DEBT_COLLECTION
