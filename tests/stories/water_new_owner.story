# the house is sold: the old owner's debt stays with the old owner, and cuts no water
# rows N10, N14
procedure water
2025-03-03  facility A-7 single_dwelling of Cilla from 2020-01-01
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 facility A-7
2025-04-09  -> reminder Cilla 1001, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1001
2025-04-25  -> disconnection-warning Cilla 1001, pay by 2025-05-23
2025-05-05  facility A-7 single_dwelling of Bo from 2025-05-02
2025-05-26  ? stopped 1001 disconnection-notice by owner changed
2025-05-26  ? hinders A-7 alternative_water health neglect owners warned
2025-05-26  ? citizen Bo sees 1001 not
2025-05-26  ? citizen Cilla sees 1001 unpaid
2025-05-26  ? balance 1001 3 000,00
