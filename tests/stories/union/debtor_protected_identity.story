# a protected identity: a person takes over
# union 2.9: hold `protected_identity`
# ignored: procedures/protected_identity.yaml: reminder.stopped_by = [dispute]
policy ../policies/union_people
procedure protected_identity
2025-03-03  invoice 1001 Anna 500,00 due 2025-03-31
2025-03-20  hold protected_identity Anna "skyddade uppgifter"
2025-05-20  ? stopped 1001 reminder by protected identity
2025-05-30  ? books balance
