"""`reskontra report`: somebody else has performed a step; it is recorded, with its fee.

    reskontra report 1004 disconnection --by "A. Ek" --rate evening --day 2025-06-02

The one rule: a step that was not open that day is refused, with the reason.
"""

from __future__ import annotations

import argparse

from django.db import connections, transaction

from reskontra.casework.reports import Report, report
from reskontra.domain.money import format_kronor
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up

NAME = "report"
HELP = "Record a step that somebody else has performed, with its fee."
NEEDS_DATABASE = True

DONE = Texts(
    sv="{step} för faktura {number}, {day}. Avgift: {fee} kr",
    en="{step} for invoice {number}, {day}. Fee: SEK {fee}",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, the step, who has performed it, and by which rate."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument("step", metavar="STEP", help="as the procedure names it")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has performed it")
    parser.add_argument("--rate", metavar="RATE", default="", help="of its fee, as evening")
    parser.add_argument("--note", metavar="WORDS", default="", help="what else they say")
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Record it, and tell what it cost."""
    language = frame.language()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        said = Report(
            invoice=invoice,
            step=args.step.replace("-", "_"),
            day=frame.day_of(args),
            by=args.by,
            rate=args.rate,
            note=args.note,
        )
        taken = report(cursor, said, policy=frame.policy(), today=frame.today())
    fee = format_kronor(taken.fee_ore, language=language)
    step = taken.step.label.say(language)
    print(DONE.say(language).format(step=step, number=args.invoice, day=said.day, fee=fee))
    return 0
