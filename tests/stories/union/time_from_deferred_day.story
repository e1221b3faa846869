# counted from the new day when more time has been given
# union 2.2: days under a hold do not count
# ignored: procedures/from_deferred_day.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_time
procedure from_deferred_day
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-28  hold deferral 1001 until 2025-04-30 "till löning i april"
2025-05-12  -> reminder Anna 1001, pay by 2025-05-26
2025-06-30  ? books balance
