# never for what was granted after an assessment of needs
# union 2.4: `unless: {marks: [needs_assessed]}`
# ignored: procedures/never_for_care.yaml: service_ended.unless
policy ../policies/union_tracks
procedure never_for_care
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31 marks needs_assessed
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-24  ? stopped 1001 service-ended by not concerned
2025-04-30  ? books balance
