"""Django's own: settings, root addresses, the server's entry, and the database of the data folder.

Example: `DATABASE_URL=postgresql://… reskontra nightly` uses that database; without the variable
the same command uses a PostgreSQL in the data folder and starts it when it is first asked.

The one rule: nothing below imports it. What the other packages need, Django hands them as settings.
"""
