"""`reskontra explain`: what has happened to an invoice, by which rules, and what it waits for.

    reskontra explain 1004
    reskontra explain 1004 --creditor municipality --purpose "asked by phone" > bug.story

The answer is a story (docs/howto/write_a_story.md) without name or identity number: what a
reader reports can be lived again as it is. The one rule: whoever looks is recorded, with the
purpose, before anything is shown.
"""

from __future__ import annotations

import argparse

from django.db import connections, transaction

from reskontra.nightly import frame, look_up
from reskontra.nightly.stories.told import tell

NAME = "explain"
HELP = "Tell what has happened to an invoice, by which rules, and what it waits for."
NEEDS_DATABASE = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, whose it is, the day to tell up to, and why somebody asks."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Record who looks, and print the story."""
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what="explain")
        lines = list(tell(cursor, invoice, day=day, policy=frame.policy()))
    for line in lines:
        print(line)
    return 0
