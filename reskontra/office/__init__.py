"""The office: where staff see, and later decide. Its first room is the rules, to read.

    /sv/kontoret/regler/                         every creditor's procedures
    /sv/kontoret/regler/water_company/water/2020-01-01/   one version: words, days, picture, file
    /sv/kontoret/lagen/                          the law's values

The one rule: the pages say what the files say. Nothing here is about a person, and nothing can be
changed: a rule is changed in its file.
"""
