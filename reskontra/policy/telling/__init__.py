"""A procedure told in words, and drawn, so that nobody has to read YAML to know the rules.

    told = tell(procedure, policy, day=date(2026, 3, 31), language="sv")
    told.steps[1].sentences[0]   -> "En påminnelse skickas tidigast 7 arbetsdagar efter …"
    timeline(procedure, policy, example=Example(due_date=date(2026, 3, 31)), language="sv")
    draw(procedure, policy, day=date(2026, 3, 31), language="sv")   -> an SVG picture of the steps

The one rule: no key of a rule is left out silently. A test changes every field of every rule, one
at a time, and expects that other words come out.
"""
