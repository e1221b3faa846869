# a part may come some days late; after that the procedure goes on where it was
# union 2.7: broken: the chain resumes at the next step
# ignored: procedures/heating.yaml: plan.late_within
policy ../policies/more_time
procedure heating
2025-03-03  invoice 1001 Cilla 900,00 due 2025-03-31
2025-03-28  hold installment_plan 1001 "tre delar"
2025-03-31  payment 1001 300,00
2025-05-05  ? stands 1001 3 from 2025-03-31 late, due 300,00
2025-05-08  ? stands 1001 3 from 2025-03-31 late, due 300,00
2025-05-09  ? stands 1001 3 from 2025-03-31 broken 2025-05-09 missed, due 300,00
2025-05-12  lift installment_plan 1001
2025-05-12  ? waits 1001 reminder until 2025-05-16
2025-05-16  -> reminder Cilla 1001, pay by 2025-05-26
