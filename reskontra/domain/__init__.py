"""What is owed and what follows: pure values and functions, no clock, no files, no database.

    Procedure ── Step, Step, ...          what should happen, from policy files      rules
        │
    Claim ── Sums, StepTaken, Hold        what is known of one invoice on a day      claim, ledger
        │
    assess -> Act | Wait | Stopped        what should happen today, and if not, why not
    bundle -> one letter a party          who hears of it, once                      dunning
    project -> the steps to come          what the citizen is shown

Read in this order: money, calendar, dated, rules, ledger, claim, dunning; then interest,
allocation, matching, visibility, identity and letter when you need them. `refusal` is the one
family of errors. The words are those of GLOSSARY.md.
"""
