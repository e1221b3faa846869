"""`reskontra dispute`: somebody objects to an invoice or a part of it, and a person settles it.

    reskontra dispute 1003 --amount 150,00 --reason "en timme för mycket" --by "A. Ek"
    reskontra dispute 1003 --upheld 50,00 --reason "halva timmen var fel" --by "A. Ek"
    reskontra dispute 1003 --upheld all --reason "hela timmen var fel" --by "A. Ek"
    reskontra dispute 1003 --rejected --reason "timmen stämmer" --by "A. Ek"

The one rule: what is disputed waits, and nothing else; what is upheld is credited.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework.dispute import dispute, settle_dispute
from reskontra.domain.disputing import Settlement
from reskontra.domain.money import format_kronor, parse_kronor
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up

NAME = "dispute"
HELP = "Let an invoice, or a part of it, wait since somebody objects to it; or settle that."
NEEDS_DATABASE = True

ALL = "all"
HELD = Texts(
    sv="Faktura {number} väntar från {day}: hela fakturan är bestridd.",
    en="Invoice {number} waits from {day}: all of it is disputed.",
)
HELD_IN_PART = Texts(
    sv="{value} kr av faktura {number} väntar från {day}. Resten går vidare.",
    en="SEK {value} of invoice {number} waits from {day}. The rest goes on.",
)
UPHELD = Texts(
    sv="Krediterat på faktura {number}: {value} kr", en="Credited on invoice {number}: SEK {value}"
)
GIVEN_BACK = Texts(
    sv="Var redan betalt och ska betalas tillbaka: {value} kr",
    en="Had been paid already and is to be paid back: SEK {value}",
)
BACK = Texts(
    sv="Ska betalas, faktura {number}: {value} kr", en="To be paid, invoice {number}: SEK {value}"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice; how much is disputed, or what has come of it; why, and who says so."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--amount",
        type=parse_kronor,
        metavar="KRONOR",
        help="the part that is disputed, as 150,00 (default: all of the invoice)",
    )
    what.add_argument(
        "--upheld",
        type=_upheld,
        metavar="KRONOR",
        help=f"settle it: so much is not owed and is credited; or {ALL}",
    )
    what.add_argument("--rejected", action="store_true", help="settle it: all is owed")
    parser.add_argument("--reason", metavar="WORDS", required=True, help="why; it is kept")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has written it down")
    look_up.add_arguments(parser)


def _upheld(text: str) -> int | str:
    return ALL if text == ALL else parse_kronor(text)


def run(args: argparse.Namespace) -> int:
    """Record it, and tell what waits or what it came to."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        settles = args.rejected or args.upheld is not None
        for line in (_settle if settles else _hold)(cursor, invoice, args):
            print(line)
    return 0


def _hold(cursor: CursorWrapper, invoice: int, args: argparse.Namespace) -> Iterator[str]:
    day = frame.day_of(args)
    dispute(
        cursor,
        invoice=invoice,
        amount_ore=args.amount,
        reason=args.reason,
        by=args.by,
        policy=frame.policy(),
        today=day,
    )
    yield _say(HELD if args.amount is None else HELD_IN_PART, args, args.amount or 0, day=day)


def _settle(cursor: CursorWrapper, invoice: int, args: argparse.Namespace) -> Iterator[str]:
    result = settle_dispute(
        cursor,
        invoice=invoice,
        upheld_ore=_upheld_ore(args),
        reason=args.reason,
        by=args.by,
        policy=frame.policy(),
        today=frame.day_of(args),
    )
    yield from _told(result, args)


def _upheld_ore(args: argparse.Namespace) -> int | None:
    if args.rejected:
        return 0
    return None if args.upheld == ALL else int(args.upheld)


def _told(result: Settlement, args: argparse.Namespace) -> Iterator[str]:
    for words, amount_ore in (
        (UPHELD, result.off_ore),
        (GIVEN_BACK, result.given_back_ore),
        (BACK, result.back_ore),
    ):
        if amount_ore:
            yield _say(words, args, amount_ore)


def _say(words: Texts, args: argparse.Namespace, amount_ore: int, **more: object) -> str:
    language = frame.language()
    value = format_kronor(amount_ore, language=language)
    return words.say(language).format(number=args.invoice, value=value, **more)
