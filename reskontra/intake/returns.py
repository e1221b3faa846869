"""The agency's messages become rows: kept as they came, and placed on the claims they are about.

    take_in(Path("returns.jsonl"), day=date(2025, 5, 2), policy=policy) -> Receipt(new=3, placed=2)

A file is kept in one transaction; then its messages are placed (`agency_placing`). The one rule:
messages may come in any order, twice, and with a stop anywhere between, and the books end alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.formats import agency_return
from reskontra.formats.agency_return import Message
from reskontra.intake.agency_placing import place_waiting
from reskontra.records import agency_messages, parties
from reskontra.records.agency_messages import NewMessage


class UnknownAgency(Refused):
    """{file}, line {line}: {creditor} has no agency called {agency!r}; it has {known}.

    Nothing in the file has been taken in.
    """

    swedish = (
        "{file}, rad {line}: {creditor} har inget inkassobolag som heter {agency!r}. Det har "
        "{known}. Inget i filen har tagits in."
    )


class MessageChanged(Refused):
    """{file}, line {line}: the message {message} came before with other words.

    Nothing in the file has been taken in. Ask the agency for a message with a name of its own.
    """

    swedish = (
        "{file}, rad {line}: meddelandet {message} har kommit förut med andra ord. Inget i filen "
        "har tagits in. Be inkassobolaget om ett meddelande med ett eget namn."
    )


class NotYetHappened(Refused):
    """{file}, line {line}: the message {message} is of {date}, and today is {day}.

    Nothing in the file has been taken in.
    """

    swedish = (
        "{file}, rad {line}: meddelandet {message} gäller {date}, och i dag är det {day}. Inget i "
        "filen har tagits in."
    )


@dataclass(slots=True, kw_only=True)
class Receipt:
    """What a file, and what waited, came to."""

    name: str
    new: int = 0
    known: int = 0
    placed: int = 0
    waiting: int = 0


def take_in(path: Path, *, day: date, policy: Policy) -> Receipt:
    """Keep the file's messages, all or none, and place what can be placed."""
    with path.open("rb") as stream:
        messages = agency_return.read(stream, name=path.name)
    receipt = Receipt(name=path.name)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        creditors = parties.creditors(cursor, list(policy.creditors))
        for message in messages:
            _check(message, policy, path.name, day)
            _keep(cursor, message, creditors[message.creditor], day, receipt)
    receipt.placed, receipt.waiting = place_waiting(day=day)
    return receipt


def _check(message: Message, policy: Policy, file: str, day: date) -> None:
    creditor = policy.creditors.get(message.creditor)
    known = [each.name for each in creditor.agencies.values()] if creditor else []
    if message.agency not in known:
        raise UnknownAgency(
            file=file,
            line=message.line,
            creditor=message.creditor,
            agency=message.agency,
            known=", ".join(known) or "–",
        )
    if message.date > day:
        raise NotYetHappened(
            file=file, line=message.line, message=message.message, date=message.date, day=day
        )


def _keep(
    cursor: CursorWrapper, message: Message, creditor: int, day: date, receipt: Receipt
) -> None:
    data = message.model_dump_json()
    new = NewMessage(
        creditor=creditor,
        agency=message.agency,
        message=message.message,
        kind=message.record,
        data=data,
        file=receipt.name,
        line=message.line,
        received_date=day,
    )
    before = agency_messages.keep(cursor, new)
    if before is None:
        receipt.new += 1
    elif before == data:
        receipt.known += 1
    else:
        raise MessageChanged(file=receipt.name, line=message.line, message=message.message)
