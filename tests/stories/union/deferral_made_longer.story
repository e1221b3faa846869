# a running deferral may be made longer, within the longest time
# union 2.7: extendable on request
# ignored: procedures/waste.yaml: deferral.longest = 2 months
policy ../policies/more_time
procedure waste
2025-03-03  invoice 1001 Cilla 300,00 due 2025-03-31
2025-03-28  hold deferral 1001 until 2025-04-15 "fick vänta"
2025-04-09  ? deferral 1001 until 2025-04-30 by case_officer, first 75,00, fee 50,00, interest 2,24
2025-04-09  ? deferral 1001 until 2025-05-02 refused: longer than until 2025-04-30
