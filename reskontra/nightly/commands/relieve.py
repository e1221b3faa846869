"""`reskontra relieve`: late interest on an invoice is given up by a decision (räntelagen 8 §).

    reskontra relieve 1004 --from 2025-05-01 --until 2025-05-31 --share 1/2 --by "A. Ek"
        --reason "lång sjukdom" --reference "KS 2025/118"

The one rule: interest charged already is credited where it is still owed; the rest is told.
"""

from __future__ import annotations

import argparse
from datetime import date
from fractions import Fraction

from django.db import connections, transaction

from reskontra.casework.decisions import relieve
from reskontra.domain.money import format_kronor
from reskontra.domain.relief import Relief
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up

NAME = "relieve"
HELP = "Give up late interest on an invoice by a decision."
NEEDS_DATABASE = True

CREDITED = Texts(
    sv="Krediterad ränta på faktura {number}: {value} kr",
    en="Interest credited on invoice {number}: SEK {value}",
)
TOO_MUCH = Texts(
    sv="Redan betald eller fakturerad ränta att ge tillbaka: {value} kr",
    en="Interest paid or invoiced already, to be given back: SEK {value}",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, the days, the share that is given up, and the decision."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument(
        "--from",
        dest="first_day",
        type=date.fromisoformat,
        required=True,
        metavar="YYYY-MM-DD",
        help="the first day without interest, or with less",
    )
    parser.add_argument(
        "--until",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the last such day (default: no end is decided)",
    )
    parser.add_argument(
        "--share", type=_share, default=Fraction(1), help="how much is given up, as 1/2"
    )
    parser.add_argument("--reason", metavar="WORDS", required=True, help="why; it is printed")
    parser.add_argument("--reference", metavar="WORDS", required=True, help="of the decision")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has decided")
    look_up.add_arguments(parser)


def _share(text: str) -> Fraction:
    numerator, _, denominator = text.partition("/")
    if denominator and int(denominator) == 0:
        raise ValueError(text)
    return Fraction(int(numerator), int(denominator or 1))


def run(args: argparse.Namespace) -> int:
    """Record it, credit what can be, and tell what a person must give back."""
    language = frame.language()
    relief = Relief(
        first_day=args.first_day,
        last_day=args.until,
        share=args.share,
        reason=args.reason,
        reference=args.reference,
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        result = relieve(
            cursor,
            invoice=invoice,
            relief=relief,
            by=args.by,
            policy=frame.policy(),
            today=frame.day_of(args),
        )
    for words, amount_ore in ((CREDITED, result.credited_ore), (TOO_MUCH, result.too_much_ore)):
        value = format_kronor(amount_ore, language=language)
        print(words.say(language).format(number=args.invoice, value=value))
    return 0
