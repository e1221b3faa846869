# a plan costs once with its first part, or for each notice, and at the agency
# union 2.7: plan 170 and per slip 60; who administers; no plan for the largest
# ignored: procedures/broadband.yaml: plan.fee
# ignored: procedures/waste.yaml: plan.notice_fee
# ignored: procedures/waste.yaml: plan.administered_by
# ignored: procedures/broadband.yaml: plan.only_if
policy ../policies/more_time
procedure broadband
2025-03-03  invoice 1001 Cilla 30 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind waste
2025-03-03  invoice 1003 Elin 30 001,00 due 2025-03-31
2025-03-03  invoice 1004 Farid 15 000,00 due 2025-03-31
2025-03-03  invoice 1005 Gun 300,00 due 2025-03-31 kind culture
2025-03-28  ? plan 1001 3 parts from 2025-03-31 by case_officer
2025-03-28  ? parts 1001 3 from 2025-03-31 10 000,00 last 10 000,00 2025-06-02, fee 170,00
2025-03-28  ? plan 1002 3 parts from 2025-03-31 by case_officer at agency
2025-03-28  ? parts 1002 3 from 2025-03-31 100,00 last 100,00 2025-06-02, each notice 60,00
2025-03-28  ? plan 1003 3 parts from 2025-03-31 refused: left above 30 000,00
2025-03-28  ? plan 1004 3 parts from 2025-03-31 by self_service
2025-03-28  ? parts 1004 3 from 2025-03-31 5 000,00 last 5 000,00 2025-06-02, fee 170,00
2025-03-28  ? plan 1004 5 parts from 2025-03-31 by case_officer
2025-03-28  ? parts 1004 5 from 2025-03-31 3 000,00 last 3 000,00 2025-07-31, fee 170,00
2025-03-28  ? plan 1005 3 parts from 2025-03-31 refused: no plan
