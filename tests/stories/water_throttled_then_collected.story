# the debt of a house whose water has been throttled for 20 days is collected, as the policy says
# rows N5, N14
policy policies/throttled_first
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla Bo from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> throttling-warning Cilla 1001, pay by 2025-05-22
2025-04-24  -> throttling-warning Bo 1001, pay by 2025-05-22
2025-06-02  finding no_health_risk A-7 "visited: two in good health"
2025-06-02  order throttle A-7 on 2025-06-03
2025-06-03  done throttle A-7
2025-06-23  -> hand-over Cilla 1001
2025-06-23  ? water A-7 throttled
2025-06-23  ? books balance
