"""A day passes: what the rules say about every claim that is due to be looked at.

daily.run(...)       the whole day, in chunks of parties
plan.plan(...)       what one chunk's claims come to: no row is read or written
record.record(...)   the plan as rows
timeline, explain    the same rules, told to a person
"""
