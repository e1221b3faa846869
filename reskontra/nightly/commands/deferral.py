"""`reskontra deferral`: whether an invoice may be paid later, who may say so, and what it costs.

    reskontra deferral 1004 --until 2025-05-15
    reskontra deferral 1004 --until 2025-05-15 --part 500
    reskontra deferral 1004 --until 2025-05-15 --grant "lön den 28" --by "A. Ek" --role case_officer

The one rule: it is only an answer, and nothing is written but who looked; unless it is granted, at
the desk, which lets nobody say yes who may not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.money import parse_kronor
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts
from reskontra.nightly import look_up
from reskontra.nightly.asked import Asked
from reskontra.nightly.commands import desk


class WholeOnly(Refused):
    """A deferral is granted for the whole invoice: leave --part out."""

    swedish = "Anstånd beviljas för hela fakturan: ta bort --part."


class ByNobody(Refused):
    """Whoever grants a deferral says who that is: give --by, and --role."""

    swedish = "Den som beviljar anstånd talar om vem det är: ange --by och --role."


NAME = "deferral"
HELP = "Tell whether an invoice may be paid later, who may say so, and what it costs."
NEEDS_DATABASE = True

YES = Texts(
    sv="Ja: {value} kr kan betalas senast {day}.", en="Yes: SEK {value} may be paid by {day}."
)
NOW = Texts(sv="Betalas först: {value} kr", en="To be paid first: SEK {value}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, the day that is asked for, and how much of it."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument(
        "--until",
        type=date.fromisoformat,
        required=True,
        metavar="YYYY-MM-DD",
        help="the day on which somebody wants to pay",
    )
    parser.add_argument(
        "--part", metavar="KRONOR", help="how much of it is to wait, as 500 (default: all of it)"
    )
    parser.add_argument("--grant", metavar="WHY", help="grant it, for this reason")
    parser.add_argument("--by", metavar="NAME", default="", help="who you are, when you grant it")
    parser.add_argument("--role", action="append", default=[], help="as what you grant it")
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Judge it by the terms of the invoice's procedure, and tell the answer; or grant it."""
    if args.grant is not None:
        return _grant(args)
    part_ore = None if args.part is None else parse_kronor(args.part.removesuffix("kr"))
    asked = Asked.about([args.invoice], args, what=NAME)
    answer = judge_deferral(
        asked.claims[0], asked.procedure, until=args.until, today=asked.day, part_ore=part_ore
    )
    lines = asked.declined(answer) if isinstance(answer, Declined) else _granted(asked, answer)
    for line in lines:
        print(line)
    return 0


def _grant(args: argparse.Namespace) -> int:
    """All of the invoice, at the desk, which refuses with every reason that the terms have."""
    if args.part is not None:
        raise WholeOnly
    if not args.by:
        raise ByNobody
    proposal = {"kind": DEFERRAL, "set": [f"until={args.until}"], "whole": False}
    return desk.decide(argparse.Namespace(**vars(args) | proposal, reason=args.grant))


def _granted(asked: Asked, answer: Deferral) -> Iterator[str]:
    yield asked.say(YES, asked.kronor(answer.deferred_ore), day=answer.until)
    yield asked.granted_by(answer.by)
    if answer.pay_now_ore:
        yield asked.say(NOW, asked.kronor(answer.pay_now_ore))
    yield from asked.fee(answer.fee)
    yield from asked.interest(answer.interest)
    yield from asked.rule()
