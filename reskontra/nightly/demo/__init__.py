"""The demo: Granvik, an invented municipality that lives some months of nights.

    plan    = inhabitants -> invoices, with how each is going to be paid
    life    = each day: bank files in, invoice files in, the night, letters out, answers to letters
    persons = whom to sign in as, chosen by what their rows show
    summary = what it all came to

The one rule: the demo acts as the world does. It writes files and reads letters; every row is
written by the same movers as in reality. The same seed and last day give the same life.
"""
