# no more time for an estate
# union 2.9: `deferral: {only_if: {debtors}}`
# ignored: procedures/no_more_time_for_estates.yaml: deferral.only_if
policy ../policies/union_people
procedure no_more_time_for_estates
2025-03-03  invoice 1001 Boet 500,00 due 2025-03-31 as estate
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-03-28  ? deferral 1001 until 2025-04-15 refused: not this kind
2025-03-28  ? deferral 1002 until 2025-04-15 by case_officer
2025-03-31  ? books balance
