# nothing is collected from who was a minor
# union 2.9: by law, from the date of birth
# ignored: law/age_of_majority.yaml: values.1990-01-01.value = 1 years
policy ../policies/union_people
procedure minor
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 born 2010-05-01
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-03-03  represent Anna guardian "Karin Ek"
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Bo 1002
2025-05-12  ? stopped 1001 hand-over by minor
2025-05-30  ? books balance
