# no more time while another invoice is overdue
# union 2.7: other unpaid debts to the issuer
# ignored: procedures/waste.yaml: deferral.only_if
policy ../policies/more_time
procedure waste
2025-02-03  invoice 1001 Cilla 300,00 due 2025-02-28
2025-02-03  hold dispute 1001 "fel summa"
2025-02-27  invoice 1002 Cilla 300,00 due 2025-03-31
2025-02-28  ? deferral 1002 until 2025-04-30 by case_officer, first 75,00, fee 50,00, interest 2,03
2025-03-01  ? deferral 1002 until 2025-04-30 refused: others overdue
