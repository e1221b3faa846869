"""`reskontra policy diff A B`: what changes from one policy to another, in words.

    reskontra policy diff now next                     and how many open claims it touches
    reskontra policy diff now next --no-database       the words alone
    reskontra policy diff now next --day 2027-01-01    as if it were that day

The one rule: nothing is written, and a database is asked only when there is one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connections

from reskontra.nightly import frame
from reskontra.nightly.schema import belongs_to_data_folder, bring_up_to_date
from reskontra.policy.diff.compare import PolicyDiff, compare
from reskontra.policy.diff.tell import tell
from reskontra.policy.diff.touched import Touched, facilities_named, numbers_named, touched
from reskontra.policy.diff.words import law_names
from reskontra.policy.load import NATIONAL, load_law_files, load_policy
from reskontra.records import open_groups

CLUSTER = "postgres"
"""The folder of the database in our data folder, once there is one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two policies, the day, the language, and whether to count."""
    parser.add_argument("a", type=Path, metavar="A", help="a policy folder: as it is")
    parser.add_argument("b", type=Path, metavar="B", help="a policy folder: as it would be")
    parser.add_argument(
        "--day",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day on which B takes the place of A (default: today in Stockholm)",
    )
    parser.add_argument("--language", choices=("sv", "en"), help="default: the terminal's")
    parser.add_argument(
        "--no-database", action="store_true", help="do not count the open claims it touches"
    )
    for side in ("a", "b"):
        parser.add_argument(
            f"--national-{side}",
            type=Path,
            default=NATIONAL,
            metavar="FOLDER",
            help=f"where law/ and kinds.yaml of {side.upper()} lie (default: with the program)",
        )


def lines(args: argparse.Namespace, *, language: str) -> Iterator[str]:
    """What changes, and for how many open claims."""
    before = load_policy(args.a, national=args.national_a)
    after = load_policy(args.b, national=args.national_b)
    diff = compare(before, after, day=args.day or frame.today())
    law = law_names(before.law, load_law_files(args.national_a))
    law |= law_names(after.law, load_law_files(args.national_b))
    counted = None if args.no_database or diff.empty else _counted(diff)
    return tell(diff, counted, law=law, language=args.language or language)


def _counted(diff: PolicyDiff) -> Touched | None:
    """The open claims that it touches; None when there is no database yet."""
    if belongs_to_data_folder() and not (settings.RESKONTRA_DATA / CLUSTER).exists():
        return None
    bring_up_to_date()
    with connections["default"].cursor() as cursor:
        groups = open_groups.count(
            cursor, numbers=numbers_named(diff), facilities=facilities_named(diff)
        )
        return touched(diff, groups)
