"""What a line of a story may say of a claim at the Enforcement Authority.

    -> application 1003 order-to-pay costs 680,00
    authority contested 1003
    court 1003 "vi står fast"
    authority paid 1003 300,00
    -> reduction 1003 200,00
    -> withdrawal 1003 for paid
    ? authority 1003 verdict
    ? record 1003 2025-07-01

The one rule: what the Authority tells comes in its file, as it does to everybody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import matters as casework
from reskontra.domain.claim import Claim
from reskontra.domain.court import court_for
from reskontra.domain.enforcement import (
    NO_ASSETS,
    Event,
    Matter,
    News,
    Route,
    may_ask_for_court,
    record_of,
    withdrawal_reason,
)
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.domain.owed import Owed
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Part, Policy
from reskontra.domain.step import Does
from reskontra.intake import verdicts
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import AskedOfClaim, DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing import authority
from reskontra.records import matters

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

_SAYS = {
    News.TRANSFERRED: "court",
    News.ASSETS: "found",
    News.ENDED: "reason",
}
"""What the word after the number is called in the Authority's file, where it may say one."""
_RECEIVABLES = frozenset({"receivable", "fee_receivable", "interest_receivable"})


class AuthorityNotTold(Refused):
    """The Enforcement Authority could not be told on {day}: {what}"""

    swedish = "Kronofogden kunde inte meddelas {day}: {what}"


def _kronor(amount_ore: int) -> str:
    return format_kronor(amount_ore).replace(NO_BREAK_SPACE, " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied(DidLine):
    """We apply; what the application costs is added. Amount in öre."""

    number: str
    step: str
    costs_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        step = self.step.replace("_", "-")
        return f"-> application {self.number} {step} costs {_kronor(self.costs_ore)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced(DidLine):
    """The Authority is told that something was paid, or credited. Amount in öre."""

    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> reduction {self.number} {_kronor(self.amount_ore)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnByUs(DidLine):
    """The application is withdrawn by itself."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> withdrawal {self.number} for {self.reason.replace('_', ' ')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(GivenLine):
    """The Authority tells of something that happened that day."""

    number: str
    kind: News
    word: str = ""

    @property
    def text(self) -> str:
        """As it is written."""
        return f"authority {self.kind.value} {self.number}" + (f" {self.word}" if self.word else "")

    def in_values(self, world: Pure, day: date) -> None:
        """It has happened in the latest matter."""
        nothing_found = self.kind is News.ASSETS and self.word == "none"
        word = NO_ASSETS if nothing_found else self.word
        _happen(world, self.number, Event(self.kind, day, word))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The Authority's file tells it."""
        word = {_SAYS[self.kind]: self.word} if self.kind in _SAYS else {}
        if self.kind is News.RECEIVED:
            word = {"case_number": f"01-{self.number}"}
        _hear(world, cursor, day, self, {"record": self.kind.value, **word})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidThere(GivenLine):
    """The Authority has got money in. Amount in öre."""

    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        return f"authority paid {self.number} {_kronor(self.amount_ore)}"

    def in_values(self, world: Pure, day: date) -> None:
        """Interest and costs are paid first."""
        world.owed[self.number].pay_agency({Part.INTEREST: self.amount_ore}, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The Authority's file tells it."""
        said: dict[str, object] = {"record": "payment", "amount_ore": self.amount_ore}
        _hear(world, cursor, day, self, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtAsked(GivenLine):
    """A person asks that a contested matter goes to court."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'court {self.number} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """Refused as through the door."""
        matter = world.owed[self.number].claim.matters[-1]
        may_ask_for_court(matter, number=self.number, law=world.policy.law, today=day)
        _happen(world, self.number, Event(News.COURT_ASKED, day, self.reason))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the case officers' door."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        casework.ask_for_court(
            cursor,
            invoice=invoice,
            number=self.number,
            reason=self.reason,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(AskedOfClaim):
    """Where the matter stands, the record of non-payment, or which court would try it."""

    about: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? {self.about} {self.number} {self.said}"

    def answer(self, claim: Claim, policy: Policy, today: date) -> str:
        """The state, the day, the court, or `none`."""
        if self.about == "authority":
            return claim.matters[-1].state.value.replace("_", "-") if claim.matters else "none"
        if self.about == "record":
            record = record_of(claim.matters, claim.debtor, policy.law)
            return f"{record.since}" if record and today <= record.until else "none"
        procedure = policy.creditors[claim.creditor].procedure_for(claim, today=today)
        assert procedure is not None
        grounds = (procedure.grounds[name] for name in claim.services)
        return court_for(grounds, policy.courts).replace("_", "-")


def _happen(world: Pure, number: str, event: Event) -> None:
    owed = world.owed[number]
    *before, latest = owed.claim.matters
    latest = replace(latest, events=(*latest.events, event))
    owed.claim = replace(owed.claim, matters=(*before, latest))


def _hear(
    world: ThroughDatabase,
    cursor: CursorWrapper,
    day: date,
    event: Told | PaidThere,
    said: dict[str, object],
) -> None:
    """The Authority's file with the one message."""
    invoice, _ = world.invoice_rows(cursor, event.number)
    cases = matters.cases_of(cursor, invoice)
    if not cases:
        raise world.lacks(event.text)
    # That of an invoice which was made anew has a stroke, which names neither message nor file.
    number = event.number.replace("/", "-")
    message = {
        "creditor": cases[-1].creditor,
        "message": f"{number}-{day}-{len(list(world.folder.iterdir()))}",
        "reference": str(cases[-1].reference),
        "date": f"{day}",
        **said,
    }
    path = world.folder / f"{message['message']}.jsonl"
    path.write_text(json.dumps(message), encoding="utf-8")
    verdicts.take_in(path, day=day, policy=world.policy)


def _night(world: Pure, day: date) -> Iterator[DidLine]:
    """Applications are made, reduced and withdrawn."""
    for number, owed in world.owed.items():
        ruled = world.ruled(number, day)
        for taken in owed.claim.steps_taken:
            step = ruled.procedure.step(taken.name)
            if step is not None and step.does is Does.APPLY and taken.day == day:
                _open(owed, Route(step.in_law.value), step.name, day)
                costs_ore = sum(each.on(day) for each in step.costs)
                yield Applied(number=number, step=step.name, costs_ore=costs_ore)
        if owed.claim.matters and owed.claim.matters[-1].open:
            yield from _news(world, number, owed, day)


def _open(owed: Owed, route: Route, step: str, day: date) -> None:
    events = (Event(News.PREPARED, day, f"{len(owed.entries)}"), Event(News.SENT, day))
    new = Matter(route=route, step=step, day=day, events=events)
    owed.claim = replace(owed.claim, matters=(*owed.claim.matters, new))


def _news(world: Pure, number: str, owed: Owed, day: date) -> Iterator[DidLine]:
    reason = withdrawal_reason(
        world.ruled(number, day).claim,
        owed.claim.matters[-1],
        paid_last_to_collector=owed.paid_last_to_agency,
        today=day,
    )
    if reason is not None:
        _happen(world, number, Event(News.WITHDRAWAL_ASKED, day, reason))
        yield WithdrawnByUs(number=number, reason=reason)
        return
    matter = owed.claim.matters[-1]
    prepared = matter.first(News.PREPARED)
    assert prepared is not None
    known = int(prepared.text) + sum(each.kind is News.TOLD for each in matter.events)
    for entry in owed.entries[known:]:
        _happen(world, number, Event(News.TOLD, day))
        if entry.credit in _RECEIVABLES and entry.debit != LedgerAccount.AGENCY:
            yield Reduced(number=number, amount_ore=entry.amount_ore)
        elif entry.kind == EntryKind.REVERSAL and entry.debit in _RECEIVABLES:
            yield Reduced(number=number, amount_ore=-entry.amount_ore)


def _night_rows(world: ThroughDatabase, day: date) -> None:
    """The nightly command's part: applications, reductions and withdrawals leave."""
    home = world.folder / "authority"
    order = authority.Order(
        day=day, policy=world.policy, folder_of=lambda creditor: home / creditor
    )
    sent = authority.send(order)
    if sent.failures:
        what = "; ".join(f"{each.number}: {each.error}" for each in sent.failures)
        raise AuthorityNotTold(day=day, what=what)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    costs = matters.costs(rows.cursor, rows.ids)
    for row in matters.happenings(rows.cursor, rows.ids):
        number = rows.number(row.invoice)
        if row.kind is News.PREPARED:
            mine = [each for each in costs if each[:2] == (row.day, row.invoice)]
            costs_ore = sum(amount_ore for *_, amount_ore in mine)
            yield row.day, Applied(number=number, step=row.text, costs_ore=costs_ore)
        elif row.kind is News.TOLD:
            yield row.day, Reduced(number=number, amount_ore=row.amount_ore)
        elif row.kind is News.WITHDRAWAL_ASKED and not row.by_hand:
            yield row.day, WithdrawnByUs(number=number, reason=row.text)


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    """What the Authority has told, and what people have asked for."""
    for row in matters.happenings(rows.cursor, rows.ids):
        number = rows.number(row.invoice)
        if row.kind is News.PAYMENT:
            yield row.day, PaidThere(number=number, amount_ore=row.amount_ore)
        elif row.kind is News.COURT_ASKED:
            yield row.day, CourtAsked(number=number, reason=row.text.partition(": ")[2])
        elif row.told:
            word = "none" if row.text == NO_ASSETS and row.kind is News.ASSETS else row.text
            said = word if row.kind in _SAYS else ""
            yield row.day, Told(number=number, kind=row.kind, word=said)


def _applied(g: Groups) -> tuple[Applied]:
    step, costs_ore = g["step"].replace("-", "_"), parse_kronor(g["amount"])
    return (Applied(number=g["number"], step=step, costs_ore=costs_ore),)


def _withdrawn(g: Groups) -> tuple[WithdrawnByUs]:
    return (WithdrawnByUs(number=g["number"], reason=g["reason"].replace(" ", "_")),)


def _told(g: Groups) -> tuple[Told]:
    return (Told(number=g["number"], kind=News(g["kind"]), word=g["detail"] or ""),)


def _asked(about: str) -> Callable[[Groups], tuple[Asked]]:
    return lambda g: (Asked(about=about, number=g["number"], said=g["said"]),)


AREA = Area(
    shapes=(
        shape("-> application <number> <step:word> costs <amount>", _applied),
        shape(
            "-> reduction <number> <amount>",
            lambda g: (Reduced(number=g["number"], amount_ore=parse_kronor(g["amount"])),),
        ),
        shape("-> withdrawal <number> for <reason:words>", _withdrawn),
        shape(
            "authority paid <number> <amount>",
            lambda g: (PaidThere(number=g["number"], amount_ore=parse_kronor(g["amount"])),),
        ),
        shape("authority <kind:news> <number>[ <detail:word>]", _told),
        shape(
            'court <number> "<reason:quoted>"',
            lambda g: (CourtAsked(number=g["number"], reason=g["reason"]),),
        ),
        shape("? authority <number> <said:word>", _asked("authority")),
        shape("? court <number> <said:word>", _asked("court")),
        shape("? record <number> <said:record>", _asked("record")),
    ),
    night_in_values=_night,
    night_in_rows=_night_rows,
    deeds=_deeds,
    given=_given,
)
