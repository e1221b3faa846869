# nothing is sent on a day off
# union 2.2: always so
# ignored: code: reskontra.domain.dunning.is_working_day = true
policy ../policies/union_time
procedure no_sending_on_weekends
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-07  -> reminder Anna 1001, pay by 2025-04-22
2025-06-30  ? books balance
