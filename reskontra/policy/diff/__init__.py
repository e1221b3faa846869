"""What changes between two policies, in words: for a person to read before a change is decided.

    compare(now, next_year, day=date(2026, 11, 1))      -> PolicyDiff
    touched(diff, open_groups)                          -> how many open claims it concerns
    tell(diff, counted, language="sv")                  -> the lines that a person reads

The one rule: two policies are walked field by field, so a key that the language gains tomorrow is
told of without a line of code here but its name in words.
"""
