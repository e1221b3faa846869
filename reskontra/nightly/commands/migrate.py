"""`reskontra migrate`: bring the database's schema up to date, and do nothing else.

Example: run it once after an upgrade, as the database's owner, before the other hosts are upgraded.

The one rule: what it prints is what it did.
"""

from __future__ import annotations

import argparse

from reskontra.nightly.schema import bring_up_to_date

NAME = "migrate"
HELP = "Bring the database's schema up to date; every verb that needs it does so by itself."
NEEDS_DATABASE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(args: argparse.Namespace) -> int:
    """Apply what is missing and list it."""
    names = bring_up_to_date()
    for name in names:
        print(name)
    print(f"{len(names)} migrations applied; the schema is up to date.")
    return 0
