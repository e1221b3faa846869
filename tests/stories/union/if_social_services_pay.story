# social services take on the debt
# union 2.5: hold `social_services_pays`
# ignored: procedures/social_services_pay.yaml: place_notice.stopped_by = [dispute]
policy ../policies/union_conditions
procedure social_services_pay
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-05  hold social_services_pays 1001 until 2025-07-31 "socialtjänsten betalar"
2025-05-20  ? stopped 1001 place-notice by social services pays until 2025-07-31
2025-06-30  ? books balance
