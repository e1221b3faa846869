# a plan costs once with its first part, or for each notice, and at the agency
# union 2.7: plan 170 and per slip 60; who administers; no plan for the largest
policy ../policies/more_time
procedure broadband
2025-03-03  invoice 1001 Cilla 30 000,00 due 2025-03-31
2025-03-03  invoice 1002 David 300,00 due 2025-03-31 kind waste
2025-03-03  invoice 1003 Elin 30 001,00 due 2025-03-31
2025-03-03  invoice 1004 Farid 15 000,00 due 2025-03-31
2025-03-03  invoice 1005 Gun 300,00 due 2025-03-31 kind culture
2025-03-28  ? plan 1001 3 parts from 2025-03-31 granted by case_officer, 10 000,00 and last 10 000,00 2025-06-02, fee 170,00
2025-03-28  ? plan 1002 3 parts from 2025-03-31 granted by case_officer at agency, 100,00 and last 100,00 2025-06-02, each notice 60,00
2025-03-28  ? plan 1003 3 parts from 2025-03-31 refused: left above 30 000,00
2025-03-28  ? plan 1004 3 parts from 2025-03-31 granted by self_service, 5 000,00 and last 5 000,00 2025-06-02, fee 170,00
2025-03-28  ? plan 1004 5 parts from 2025-03-31 granted by case_officer, 3 000,00 and last 3 000,00 2025-07-31, fee 170,00
2025-03-28  ? plan 1005 3 parts from 2025-03-31 refused: no plan
