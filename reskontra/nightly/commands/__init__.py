"""The verbs of the console command, one module a verb; `reskontra/nightly/cli.py` lists them.

Example: `stop.py` is `reskontra stop`.

The one rule: a verb parses, calls a mover or asks records, and prints; it decides nothing itself.
"""
