# after the hand-over two branches grow: the money and the water; waste has only the first
# rows N4, N5, N8, N10, N12
procedure water
2025-03-27  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-27  invoice 1003 Cilla 300,00 due 2025-03-31 facility A-7
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31 kind waste
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003 1004
2025-04-24  ? waits 1003 collection-demand until 2025-04-25
2025-04-24  ? waits 1003 disconnection-warning until 2025-04-25
2025-04-25  ? waits 1003 collection-demand for report of agency
2025-04-25  -> disconnection-warning Cilla 1003, pay by 2025-05-23
2025-04-25  ? waits 1003 enforcement for collection-demand
2025-04-25  ? waits 1003 disconnection-notice until 2025-05-26
2025-04-25  ? waits 1004 collection-demand for report of agency
2025-04-25  ? stopped 1004 disconnection-warning by not concerned
