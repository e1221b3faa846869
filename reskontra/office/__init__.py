"""The office: where staff see what waits, look claims up, and decide; and the rules, to read.

    /sv/kontoret/                                what waits, list by list
    /sv/kontoret/faktura/<id>/                   a claim; its story, books, letters and decisions
    /sv/kontoret/faktura/<id>/beslut/hold/       a decision: form, effect, reason
    /sv/kontoret/regler/                         every creditor's procedures

The one rule: a rule is changed in its file and nowhere else; a look at a person is recorded before
it is shown; and a page only shows and asks: what is decided is done by `casework`.
"""
