# unauthorized reconnection is reported to the police
# union 2.3: `by: police`, `needs: [officer_decision]`
# ignored: procedures/others_perform.yaml: police_report.needs
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-05-08  clear disconnected 1001 "avstängd"
2025-05-19  ? stopped 1001 police-report by needs officer decision
2025-05-20  clear officer_decision 1001 "olovlig påkoppling"
2025-05-20  ? waits 1001 police-report for report of police
2025-05-21  report police-report 1001
2025-05-30  ? books balance
