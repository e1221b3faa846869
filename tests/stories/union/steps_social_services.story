# social services are told
# union 2.3: `does: await_report`, `by: social_services`
# ignored: procedures/others_perform.yaml: social_services_told.by = tenants
policy ../policies/union_steps
procedure others_perform
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  -> collection-demand Anna 1001, pay by 2025-05-06
2025-04-24  ? waits 1001 social-services-told for report of social services
2025-04-25  report social-services-told 1001
2025-05-30  ? books balance
