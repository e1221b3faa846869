"""A day passes: what the rules say about every claim that is due to be looked at.

daily.run(...)       the whole day, in chunks of parties
record.record(...)   what domain.night planned, as rows
timeline, explain    the same rules, told to a person
"""
