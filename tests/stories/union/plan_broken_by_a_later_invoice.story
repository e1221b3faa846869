# a later invoice that is not paid in time breaks the plan, where the rules say so
# union 2.7: broken by later invoice late
# ignored: procedures/broadband.yaml: plan.broken_by = [missed, lower]
policy ../policies/more_time
procedure broadband
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 3 000,00 due 2025-03-31 kind heating
2025-03-28  hold installment_plan 1001 "tre delar"
2025-03-28  hold installment_plan 1002 "tre delar"
2025-03-31  payment 1001 1 000,00
2025-03-31  payment 1002 1 000,00
2025-04-01  invoice 1003 Cilla 100,00 due 2025-04-24
2025-04-01  invoice 1004 David 100,00 due 2025-04-24 kind heating
2025-04-24  ? stands 1001 3 from 2025-03-31 kept, due 0,00
2025-04-25  ? stands 1001 3 from 2025-03-31 broken 2025-04-25 later invoice late, all 2 000,00
2025-04-25  ? stands 1002 3 from 2025-03-31 kept, due 0,00
2025-04-29  -> reminder Cilla 1003, pay by 2025-05-09
2025-04-29  -> reminder David 1004, pay by 2025-05-09
2025-04-30  payment 1002 1 000,00
2025-05-05  ? stands 1002 3 from 2025-03-31 kept, due 0,00
