"""The Enforcement Authority's messages become rows: kept as they came, placed on their matters.

    take_in(Path("kfm.jsonl"), day=date(2025, 7, 2), policy=policy) -> Receipt(new=3, placed=2)

A file is kept in one transaction; then each message is placed in one of its own. The one rule:
messages may come in any order, twice, and with a stop anywhere between, and everything ends alike.
What cannot be placed waits with its reason, and is tried again each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.enforcement import AUTHORITY, NO_ASSETS, News
from reskontra.domain.handover import place_money
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Part, Policy
from reskontra.formats import authority_return
from reskontra.formats.authority_return import (
    MESSAGE,
    Assets,
    Contested,
    Ended,
    Message,
    PaidThere,
    Received,
    Transferred,
    Verdict,
)
from reskontra.records import agency_messages, claim_states, matters, parties, payments
from reskontra.records.agency_messages import PLACED, WAITING, Kept, NewMessage, Note
from reskontra.records.claim_states import Change
from reskontra.records.matters import Case, NewEvent
from reskontra.records.post import NewEntry, Occasion, paid_to_agency, post

NO_MATTER = "no matter at the Enforcement Authority has the {what}"


class UnknownCreditor(Refused):
    """{file}, line {line}: no creditor is called {creditor!r}; there are {known}.

    Nothing in the file has been taken in.
    """

    swedish = (
        "{file}, rad {line}: ingen borgenär heter {creditor!r}. Det finns {known}. Inget i filen "
        "har tagits in."
    )


class ToldOtherwise(Refused):
    """{file}, line {line}: the message {message} came before with other words.

    Nothing in the file has been taken in. Write what is new with a name of its own.
    """

    swedish = (
        "{file}, rad {line}: meddelandet {message} har kommit förut med andra ord. Inget i filen "
        "har tagits in. Skriv det nya med ett eget namn."
    )


class ToldTooEarly(Refused):
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
        messages = authority_return.read(stream, name=path.name)
    return take(messages, name=path.name, day=day, policy=policy)


def take(messages: Iterable[Message], *, name: str, day: date, policy: Policy) -> Receipt:
    """Keep the messages, all or none, and place what can be placed; `name` is where they stood."""
    receipt = Receipt(name=name)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        creditors = parties.creditors(cursor, list(policy.creditors))
        for message in messages:
            _check(message, creditors, name, day)
            _keep(cursor, message, creditors[message.creditor], day, receipt)
    receipt.placed, receipt.waiting = place_waiting(day=day)
    return receipt


def _check(message: Message, creditors: dict[str, int], file: str, day: date) -> None:
    if message.creditor not in creditors:
        known = ", ".join(sorted(creditors))
        raise UnknownCreditor(file=file, line=message.line, creditor=message.creditor, known=known)
    if message.date > day:
        raise ToldTooEarly(
            file=file, line=message.line, message=message.message, date=message.date, day=day
        )


def _keep(
    cursor: CursorWrapper, message: Message, creditor: int, day: date, receipt: Receipt
) -> None:
    data = message.model_dump_json()
    new = NewMessage(
        creditor=creditor,
        agency=AUTHORITY,
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
        raise ToldOtherwise(file=receipt.name, line=message.line, message=message.message)


def place_waiting(*, day: date) -> tuple[int, int]:
    """Place every message that can be; how many were placed, and how many wait still."""
    placed, left = 0, _waiting()
    while True:
        done = sum(_placed(kept, day) for kept in left)
        placed += done
        left = _waiting()
        if not done:
            return placed, len(left)


def _waiting() -> list[Kept]:
    with connections["default"].cursor() as cursor:
        return agency_messages.from_authority(cursor)


def _placed(kept: Kept, day: date) -> bool:
    """Place one message, in one transaction; False when it waits."""
    message = MESSAGE.validate_json(kept.data)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        case = matters.find(
            cursor,
            creditor=kept.creditor,
            reference=message.reference or "",
            case_number=message.case_number or "",
        )
        if case is None:
            what = message.reference or f"number {message.case_number}"
            reason = NO_MATTER.format(what=what)
            if reason != kept.reason:
                waits = Note(message=kept.key, outcome=WAITING, reason=reason)
                agency_messages.note(cursor, [waits], day=day, by=AUTHORITY)
            return False
        claim_states.lock(cursor, [case.invoice])
        if matters.happen(cursor, _event(message, case, kept.key)):
            _follow(cursor, message, case, day)
        placed = Note(message=kept.key, outcome=PLACED)
        agency_messages.note(cursor, [placed], day=day, by=AUTHORITY)
    return True


def _event(message: Message, case: Case, key: int) -> NewEvent:
    words, amount_ore = "", 0
    match message:
        case Contested() | Verdict():
            words = message.text
        case Transferred():
            words = message.court
        case Assets():
            words = NO_ASSETS if message.found == "none" else message.text
        case PaidThere():
            amount_ore = message.amount_ore
        case Ended():
            words = message.reason
    return NewEvent(
        case=case.key,
        party=case.party,
        key=f"message:{key}",
        kind=News(message.record),
        day=message.date,
        amount_ore=amount_ore,
        case_number=message.case_number if isinstance(message, Received) else "",
        text=words,
        message=key,
    )


def _follow(cursor: CursorWrapper, message: Message, case: Case, day: date) -> None:
    """Money lowers the claim; whatever was told may let a step be taken."""
    if isinstance(message, PaidThere):
        _book(cursor, message, case, day)
    else:
        claim_states.move(cursor, {case.invoice: Change(0, day)})


def _book(cursor: CursorWrapper, message: PaidThere, case: Case, day: date) -> None:
    """Money that the Authority has got in: interest and costs first (handelsbalken 9 kap. 5 §)."""
    claim = payments.lock_claims(cursor, [case.invoice])[case.invoice]
    parts, over_ore = place_money({Part.INTEREST: message.amount_ore}, balance=claim.balance)
    creditors = parties.creditors(cursor, [case.creditor])
    occasion = Occasion(
        creditor=creditors[case.creditor],
        value_date=message.date,
        booking_date=day,
        cause=f"{AUTHORITY}: {message.message}",
    )
    post(cursor, _entries(occasion, parts, over_ore, case.invoice))
    moved_ore = -sum(ore for _, ore in parts)
    claim_states.move(cursor, {case.invoice: Change(moved_ore, day)})
    claim_states.look_at_parties_of(cursor, [case.invoice], creditor=occasion.creditor, on=day)


def _entries(
    occasion: Occasion, parts: tuple[tuple[Part, int], ...], over_ore: int, invoice: int
) -> Iterator[NewEntry]:
    for part, ore in parts:
        yield paid_to_agency(occasion, part=part, amount_ore=ore, invoice=invoice)
    if over_ore:
        yield paid_to_agency(occasion, part=None, amount_ore=over_ore, invoice=invoice)
