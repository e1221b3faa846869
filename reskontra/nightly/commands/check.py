"""`reskontra check`: whether what must always hold does hold, over the real rows.

The one rule: each check is one question with one answer; a wrong answer names the rows.
"""

from __future__ import annotations

import argparse

from reskontra.dunning.looks import wrong_looks
from reskontra.nightly import frame
from reskontra.records.check import CHECKS, run_check

NAME = "check"
HELP = "Prove what must always hold: the books, the steps, the runs, the database's own guards."
NEEDS_DATABASE = True

RED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The day up to which days to look next are proved."""
    frame.add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Ask every question; red when any answer is wrong."""
    red = 0
    for check in CHECKS:
        red += _tell(check.title, run_check(check))
    looks = list(wrong_looks(day=frame.day_of(args), policy=frame.policy()))
    red += _tell("every claim is looked at on the day that its rules say", looks)
    print("All checks hold." if not red else f"{red} checks do not hold.")
    return RED if red else 0


def _tell(title: str, wrong: list[str]) -> int:
    print(f"{'ok ' if not wrong else 'RED'}  {title}")
    for line in wrong:
        print(f"     {line}")
    return 1 if wrong else 0
