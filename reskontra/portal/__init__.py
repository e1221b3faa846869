"""The portal, Mina fakturor: the person who owes asks, and sees where things stand.

Example: `/sv/obetalda/` lists what is left to pay; `/en/obetalda/` is the same page in English.

The one rule: the portal reads, and it reads through `records.access` alone, as the person who
signed in. Reading order: `urls`, `views`, `pages`, then `signin`.
"""
