# the water is disconnected last: two letters, findings, and a fee when it is reported
# rows N5, N10, N11, N12, N14, N15
procedure water
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-25  report collection-demand 1001
2025-04-28  report disconnection-warning 1001
2025-05-26  ? waits 1001 disconnection-notice until 2025-05-27
2025-05-27  ? stopped 1001 disconnection-notice by needs alternative water needs no health risk
2025-05-28  clear no_health_risk 1001 "visited: a grown-up in good health"
2025-05-28  clear alternative_water 1001 "a tap 150 m away"
2025-05-28  ? waits 1001 disconnection-notice for report of agency
2025-05-30  report disconnection-notice 1001
2025-06-16  clear officer_decision 1001 "last resort"
2025-06-16  ? waits 1001 disconnection for report of technician
2025-06-17  report disconnection 1001
2025-06-17  ? balance 1001 5 256,00
2025-06-17  ? books balance
