# the agency sends the reminder too
# union 2.3: `does: await_report`, `by: agency`
# ignored: procedures/reminder_by_agency.yaml: reminder.by = department
policy ../policies/union_steps
procedure reminder_by_agency
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-11  ? waits 1001 reminder for report of agency
2025-04-14  report reminder 1001
2025-04-28  ? status 1001 REMINDER
2025-04-29  -> hand-over Anna 1001
2025-06-30  ? books balance
