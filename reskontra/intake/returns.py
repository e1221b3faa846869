"""The agency's messages become rows: kept as they came, and placed on the claims they are about.

    take_in(Path("returns.jsonl"), day=date(2025, 5, 2), policy=policy) -> Receipt(new=3, placed=2)

A file is kept in one transaction; then each message is placed in one of its own. The one rule:
messages may come in any order, twice, and with a stop anywhere between, and the books end alike.
What cannot be placed waits with its reason, and is tried again each time. A step that the agency
has performed waits here for `casework`, which takes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import Happening, place_money
from reskontra.domain.ledger import Balance
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Part, Policy
from reskontra.formats import agency_return
from reskontra.formats.agency_return import (
    MESSAGE,
    Assessment,
    Closed,
    Cost,
    Demand,
    Message,
    PaidThere,
    Performed,
    Registered,
    State,
)
from reskontra.records import agency_messages, claim_states, handovers, parties, payments
from reskontra.records.agency_messages import PLACED, WAITING, Kept, NewMessage
from reskontra.records.claim_states import Change
from reskontra.records.handovers import Handover, NewEvent
from reskontra.records.post import NewEntry, Occasion, paid_to_agency, post

STEP_WAITS = "the step is to be taken"
NO_CLAIM = "no claim at {agency} has the {what}"


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


def place_waiting(*, day: date) -> tuple[int, int]:
    """Place every message that can be; how many were placed, and how many wait still."""
    placed, left = 0, _waiting()
    while True:
        done = sum(_placed(kept, day) for kept in left)
        placed += done
        before, left = len(left), _waiting()
        if not done or len(left) == before:
            return placed, len(left)


def _waiting() -> list[Kept]:
    with connections["default"].cursor() as cursor:
        return agency_messages.waiting(cursor)


def _placed(kept: Kept, day: date) -> bool:
    """Place one message, in one transaction; False when it waits."""
    message = MESSAGE.validate_json(kept.data)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        handover = handovers.find(
            cursor,
            creditor=kept.creditor,
            agency=kept.agency,
            reference=message.reference or "",
            case_number=message.case_number or "",
        )
        if handover is None:
            what = message.reference or f"case number {message.case_number}"
            reason = NO_CLAIM.format(agency=kept.agency, what=what)
            if reason != kept.reason:
                agency_messages.note(cursor, kept.key, outcome=WAITING, reason=reason, day=day)
            return False
        claim_states.lock(cursor, [handover.invoice])
        if not handovers.happen(cursor, _event(message, handover, kept.key)):
            return False
        if isinstance(message, PaidThere):
            _book(cursor, message, handover, day)
        elif isinstance(message, Closed):
            claim_states.move(cursor, {handover.invoice: Change(0, day)})
        if isinstance(message, Demand | Performed):
            agency_messages.note(cursor, kept.key, outcome=WAITING, reason=STEP_WAITS, day=day)
            return False
        agency_messages.note(cursor, kept.key, outcome=PLACED, reason="", day=day)
    return True


def _event(message: Message, handover: Handover, key: int) -> NewEvent:
    kind, balance, words = Happening(message.record), Balance(), ""
    agency_ore, ocr_number = 0, ""
    match message:
        case Registered():
            ocr_number = message.ocr_number
        case PaidThere():
            balance = Balance(message.principal_ore, message.fee_ore, message.interest_ore)
            agency_ore = message.agency_ore
        case Cost():
            agency_ore = message.cost_ore + message.interest_ore
        case Demand():
            words = f"{message.pay_by}"
        case Assessment():
            words = f"{message.ability}, {message.course}"
        case Performed():
            words = message.step
        case State():
            words = message.text
        case Closed():
            words = message.reason
    return NewEvent(
        handover=handover.key,
        party=handover.party,
        key=f"message:{key}",
        kind=kind,
        day=message.date,
        balance=balance,
        agency_ore=agency_ore,
        case_number=message.case_number or "" if isinstance(message, Registered) else "",
        ocr_number=ocr_number,
        text=words,
        message=key,
    )


def _book(cursor: CursorWrapper, message: PaidThere, handover: Handover, day: date) -> None:
    """The money lowers the claim; what is the agency's own is not ours to book."""
    claim = payments.lock_claims(cursor, [handover.invoice])[handover.invoice]
    paid = {
        Part.PRINCIPAL: message.principal_ore,
        Part.INTEREST: message.interest_ore,
        Part.FEE: message.fee_ore,
    }
    parts, over_ore = place_money(paid, balance=claim.balance)
    creditors = parties.creditors(cursor, [handover.creditor])
    occasion = Occasion(
        creditor=creditors[handover.creditor],
        value_date=message.date,
        booking_date=day,
        cause=f"{message.agency}: {message.message}",
    )
    post(cursor, _entries(occasion, parts, over_ore, handover.invoice))
    moved_ore = -sum(ore for _, ore in parts)
    claim_states.move(cursor, {handover.invoice: Change(moved_ore, day)})
    claim_states.look_at_parties_of(cursor, [handover.invoice], creditor=occasion.creditor, on=day)


def _entries(
    occasion: Occasion, parts: tuple[tuple[Part, int], ...], over_ore: int, invoice: int
) -> Iterator[NewEntry]:
    for part, ore in parts:
        yield paid_to_agency(occasion, part=part, amount_ore=ore, invoice=invoice)
    if over_ore:
        yield paid_to_agency(occasion, part=None, amount_ore=over_ore, invoice=invoice)
