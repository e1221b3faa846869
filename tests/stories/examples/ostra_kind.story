# the demand's fee and the interest come on the next bill, and social services may save the supply
policy ../../../examples
creditor ostra_kind
procedure power
2025-03-03  invoice 1001 Anna 2 000,00 due 2025-03-31
2025-03-03  invoice 2001 Bertil 2 000,00 due 2025-03-31
2025-03-03  invoice 3001 Bolaget 2 000,00 due 2025-03-31 as organization
2025-04-07  -> reminder Anna 1001, pay by 2025-04-17
2025-04-07  -> reminder Bertil 2001, pay by 2025-04-17
2025-04-07  -> reminder Bolaget 3001, pay by 2025-04-17
2025-04-08  ? balance 1001 2 060,00
2025-04-22  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-22  -> collection-demand Bertil 2001, pay by 2025-05-06
2025-04-22  -> collection-demand Bolaget 3001, pay by 2025-05-06
2025-04-23  ? balance 1001 2 060,00
2025-04-23  ? balance 3001 2 240,00
2025-04-28  payment 3001 2 240,00
2025-05-02  invoice 1002 Anna 1 500,00 due 2025-05-30
2025-05-02  -> fee invoice F1001 Anna 180,00 due 2025-05-30
2025-05-07  -> disconnection-notice Anna 1001, pay by 2025-05-28
2025-05-07  -> disconnection-notice Bertil 2001, pay by 2025-05-28
2025-05-09  report serving 1001
2025-05-20  report serving 2001 rate by_hand
2025-05-21  ? balance 1001 2 360,00
2025-05-21  ? balance 2001 2 760,00
2025-05-23  clear social_services_informed 1001 "told by letter"
2025-05-23  clear social_services_informed 2001 "told by letter"
2025-05-26  hold social_services_pays 1001 "they take over the debt"
2025-05-30  payment 1002 1 500,00
2025-05-30  payment F1001 180,00
2025-06-02  ? stopped 1001 disconnection by social services pays
2025-06-10  ? waits 2001 disconnection until 2025-06-11
2025-06-12  report disconnection 2001
2025-06-13  ? balance 2001 3 760,00
