# a house whose water is throttled before anything is collected has it back when the debt is paid
# rows N14, N16, N18
policy policies/throttled_first
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> throttling-warning Cilla 1001, pay by 2025-05-22
2025-06-02  finding no_health_risk A-7 "visited: one in good health"
2025-06-02  ? hinders A-7 alternative_water
2025-06-02  order throttle A-7 on 2025-06-03
2025-06-03  done throttle A-7
2025-06-03  ? water A-7 throttled
2025-06-03  ? balance 1001 3 000,00
2025-06-03  ? waits 1001 hand-over until 2025-06-23
2025-06-10  ? missing for A-7 3 000,00
2025-06-11  payment 1001 3 000,00
2025-06-11  -> order reconnect A-7 by 2025-06-16
2025-06-12  done reconnect A-7
2025-06-12  ? water A-7 on
2025-06-12  ? balance 1001 0,00
2025-06-30  ? books balance
