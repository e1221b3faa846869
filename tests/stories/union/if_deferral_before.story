# who has had more time in the last year
# union 2.5: `party: {steps: [deferral], steps_taken}`
# ignored: procedures/deferral_before.yaml: hand_over.only_if
policy ../policies/union_conditions
procedure deferral_before
2024-11-04  invoice 900 Anna 500,00 due 2024-12-02
2024-11-29  hold deferral 900 until 2024-12-20 "till lön"
2024-12-20  payment 900 500,00
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-03  invoice 1002 Bo 500,00 due 2025-03-31
2025-04-09  -> reminder Anna 1001, pay by 2025-04-23
2025-04-09  -> reminder Bo 1002, pay by 2025-04-23
2025-04-24  -> hand-over Anna 1001
2025-05-30  ? books balance
