# the water of a mixed invoice is paid: what is left for waste is no ground for a word of the water
# rows N10, N14, N16
procedure water
2025-03-03  facility 7 single_dwelling of Bo from 2020-01-01
2025-03-03  invoice 1001 Bo 3 000,00 due 2025-03-31 facility 7 lines water 2 000,00 waste 1 000,00
2025-04-09  -> reminder Bo 1001, pay by 2025-04-23
2025-04-11  payment 1001 2 000,00
2025-04-24  -> hand-over Bo 1001
2025-04-28  ? balance 1001 1 000,00
2025-04-28  ? stopped 1001 disconnection-warning by not concerned
2025-04-28  ? hinders 7 alternative_water health neglect warned
2025-05-30  ? books balance
