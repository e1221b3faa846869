# silence lets it go on after two weeks
# union 2.10: `time_out`, `then: go_on`
# ignored: procedures/goes_on_in_silence.yaml: hand_over.needs.0.time_out = 20 weeks
policy ../policies/union_people
procedure goes_on_in_silence
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-05-08  -> hand-over Anna 1001
2025-06-30  ? books balance
