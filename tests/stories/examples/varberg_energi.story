# the demand is counted from the reminder's own last day; the page before billed the fee later
policy ../../../examples
creditor varberg_energi
procedure power
2022-05-10  invoice 1001 Anna 900,00 due 2022-05-31
2022-06-07  -> reminder Anna 1001, pay by 2022-06-17
2022-06-08  ? balance 1001 900,00
2022-06-15  payment 1001 900,00
2022-06-20  invoice 1002 Anna 800,00 due 2022-07-10
2022-06-20  -> fee invoice F1001 Anna 50,00 due 2022-07-10
2022-06-22  payment F1001 50,00
2022-07-18  report reminder 1002
2022-07-19  ? balance 1002 800,00
2022-07-29  -> hand-over Anna 1002
2022-08-04  ? waits 1002 collection-demand until 2022-08-05
2022-08-05  ? waits 1002 collection-demand for report of agency
2022-08-08  report collection_demand 1002
2022-08-19  ? waits 1002 urged-to-pay for report of agency
