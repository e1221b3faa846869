"""`reskontra request`: what citizens have asked for in the portal, and the answers.

    reskontra request waiting
    reskontra request grant 0b0e… --by "A. Ek"
    reskontra request decline 0b0e… --by "A. Ek" --reason "Fakturan är redan lämnad till inkasso."

The one rule: a no has a reason, for the one who asked reads it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import requests as answering
from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts
from reskontra.nightly import frame
from reskontra.records import requests
from reskontra.records.requests import RequestRow

NAME = "request"
HELP = "Show what citizens have asked for in the portal, and answer it."
NEEDS_DATABASE = True

NOTHING = Texts(sv="Inget väntar på svar.", en="Nothing waits for an answer.")
DONE = Texts(sv="Besvarad.", en="Answered.")


class NoSuchRequest(Refused):
    """There is no request {key}."""

    swedish = "Det finns ingen begäran {key}."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of the deeds."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED", required=True)
    waiting = deeds.add_parser("waiting", help="what waits for an answer")
    waiting.set_defaults(does=_waiting)
    for name, words, does in (
        ("grant", "do what is asked for, by the terms", _grant),
        ("decline", "say no, with a reason", _decline),
    ):
        deed = deeds.add_parser(name, help=words)
        deed.add_argument("request", type=UUID, metavar="ID", help="as `waiting` shows it")
        deed.add_argument("--by", metavar="NAME", required=True, help="who answers")
        deed.add_argument("--reason", metavar="WORDS", required=name == "decline", default="")
        frame.add_day(deed)
        deed.set_defaults(does=does)


def run(args: argparse.Namespace) -> int:
    """Show, or answer."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for line in args.does(cursor, args):
            print(line)
    return 0


def _waiting(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    rows = requests.requests_waiting(cursor)
    if not rows:
        yield NOTHING.say(frame.language())
    for row in rows:
        yield _told(row)


def _told(row: RequestRow) -> str:
    amount = format_kronor(row.amount_ore) if row.amount_ore else ""
    asked = (row.until, row.parts, row.first_on, amount, row.text)
    rest = " ".join(str(each) for each in asked if each)
    return f"{row.public_id}  {row.day}  {row.number} {row.kind.value} {rest}".rstrip()


def _grant(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    answering.grant(
        cursor,
        _row(cursor, args),
        by=args.by,
        reason=args.reason,
        policy=frame.policy(),
        today=frame.day_of(args),
    )
    yield DONE.say(frame.language())


def _decline(cursor: CursorWrapper, args: argparse.Namespace) -> Iterator[str]:
    row = _row(cursor, args)
    answering.decline(cursor, row, by=args.by, reason=args.reason, today=frame.day_of(args))
    yield DONE.say(frame.language())


def _row(cursor: CursorWrapper, args: argparse.Namespace) -> RequestRow:
    row = requests.one(cursor, args.request)
    if row is None:
        raise NoSuchRequest(key=args.request)
    return row
