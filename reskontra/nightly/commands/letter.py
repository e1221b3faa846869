"""`reskontra letter`: a letter came back, or its reader has moved; and who waits for an address.

    reskontra letter returned 1003 --reason "okänd på adressen" --by "A. Ek"
    reskontra letter moved 1003 --address "Nygatan 2" --address "999 12 Granvik"
        --reason "Navet" --by "A. Ek"
    reskontra letter waiting

The one rule: what follows from a letter that came back waits until it has been sent again.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework.returned import letter_returned, moved
from reskontra.domain.money import format_kronor
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up
from reskontra.records import queries, returned, worklists

NAME = "letter"
HELP = "Write down that a letter came back, or where its reader lives; list who waits for that."
NEEDS_DATABASE = True

CAME_BACK = Texts(
    sv="Brevet från {day} kom tillbaka. Det som följer av det väntar: {numbers}",
    en="The letter of {day} came back. What follows from it waits: {numbers}",
)
MOVED = Texts(
    sv="Adressen är ändrad. Brev som skickas igen: {count}",
    en="The address is changed. Letters sent again: {count}",
)
RETURNED = Texts(
    sv="Kom tillbaka {since}: brev från {day}, faktura {numbers}. {reason}",
    en="Came back {since}: letter of {day}, invoice {numbers}. {reason}",
)
UNKNOWN = Texts(
    sv="Okänd adress sedan {since}: faktura {numbers}, {value} kr. {reason}",
    en="Unknown address since {since}: invoice {numbers}, SEK {value}. {reason}",
)
ESTATE = Texts(
    sv="Dödsfall {since}, ingen svarar för dödsboet: faktura {numbers}, {value} kr. {reason}",
    en="Death {since}, nobody answers for the estate: invoice {numbers}, SEK {value}. {reason}",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of the deeds, with what it is about."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED", required=True)
    came_back = _about(deeds.add_parser("returned", help="the latest letter about an invoice"))
    came_back.set_defaults(deed=_returned)
    has_moved = _about(deeds.add_parser("moved", help="where an invoice's recipient lives"))
    has_moved.add_argument(
        "--address",
        action="append",
        required=True,
        metavar="LINE",
        help="a line of the address; may be given several times",
    )
    has_moved.set_defaults(deed=_moved)
    waits = deeds.add_parser("waiting", help="letters and debtors that wait for a person")
    waits.set_defaults(deed=_waiting)


def _about(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument("--reason", metavar="WORDS", required=True, help="why; it is kept")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has written it down")
    look_up.add_arguments(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Do the deed, and tell what it came to."""
    deed: Callable[[CursorWrapper, argparse.Namespace], Iterator[str]] = args.deed
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for line in deed(cursor, args):
            print(line)
    return 0


def _returned(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    letter = letter_returned(
        cursor,
        invoice=look_up.look_up(cursor, args.invoice, args, what=NAME),
        number=args.invoice,
        reason=args.reason,
        by=args.by,
        today=frame.day_of(args),
    )
    yield _say(CAME_BACK, day=letter.day, numbers=", ".join(letter.numbers))


def _moved(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
    result = moved(
        cursor,
        party=queries.party_of(cursor, invoice),
        address_lines=args.address,
        reason=args.reason,
        by=args.by,
        policy=frame.policy(),
        today=frame.day_of(args),
    )
    yield _say(MOVED, count=result.resent)
    yield from result.not_resent


def _waiting(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    for letter in returned.waiting(cursor):
        yield _say(
            RETURNED,
            since=letter.returned_on,
            day=letter.day,
            numbers=", ".join(letter.numbers),
            reason=letter.reason,
        )
    for words, found in (
        (UNKNOWN, worklists.unknown_addresses(cursor)),
        (ESTATE, worklists.estates(cursor)),
    ):
        for each in found:
            yield _say(
                words,
                since=each.since,
                numbers=", ".join(each.invoices),
                value=format_kronor(each.open_ore, language=frame.language()),
                reason=each.reason,
            )


def _say(words: Texts, **values: object) -> str:
    return words.say(frame.language()).format(**values)
