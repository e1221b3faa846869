# a quarter is paid at once, and what has been paid already counts
# union 2.7: pay x % now
# ignored: procedures/waste.yaml: deferral.pay_now_percent
# ignored: procedures/waste.yaml: deferral.fee
policy ../policies/more_time
procedure waste
2025-03-03  invoice 1001 Cilla 400,00 due 2025-03-31
2025-03-27  ? deferral 1001 until 2025-04-30 by case_officer, first 100,00, fee 50,00, interest 2,71
2025-03-28  payment 1001 60,00
2025-03-28  ? deferral 1001 until 2025-04-30 by case_officer, first 40,00, fee 50,00, interest 2,71
