# silence ends it after two weeks
# union 2.10: `time_out`, `then: give_up`
# ignored: procedures/gives_up_in_silence.yaml: hand_over.needs.0.then = go_on
policy ../policies/union_people
procedure gives_up_in_silence
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-06-02  ? stopped 1001 hand-over by gave up department answer
2025-06-30  ? books balance
