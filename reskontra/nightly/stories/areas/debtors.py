"""What a line of a story may say of debtors to whom no letter comes, or who have died.

    letter of 1003 returned "okänd på adressen"
    moved Cilla
    -> sent again Cilla 1003, pay by 2025-05-16
    died Cilla
    estate Cilla

The one rule: what follows from a letter that came back waits, and so does all that the dead owe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import estates
from reskontra.casework import returned as casework
from reskontra.domain.claim import Hold
from reskontra.domain.party import PartyKind
from reskontra.domain.representing import is_read_by_another
from reskontra.domain.resending import as_late, lost_days
from reskontra.domain.step import Falls
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.notation import LetterSent
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing import send_out
from reskontra.records import returned

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"
NEW_ADDRESS = ("Nygatan 2", "999 12 Granvik")


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack(GivenLine):
    """The latest letter about an invoice came back."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'letter of {self.number} returned "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """What the letter took its step for waits."""
        first_day, letter = _letter_about(world, self.number, before=day)
        for number in letter.taken:
            hold = Hold(kind=casework.RETURNED_LETTER, first_day=day, last_day=None)
            owed = world.owed[number]
            owed.claim = replace(owed.claim, holds=(*owed.claim.holds, hold))
        party = world.cast.names.index(letter.name)
        elsewhere = world.nights.party_represented.get(party, ())
        if not is_read_by_another(elsewhere, day=first_day):
            _address_unknown(world, letter.name, day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """Letters leave, and a person writes down that this one came back."""
        send_out.send_out(day=day, folder=world.folder / "print", policy=world.policy)
        casework.letter_returned(
            cursor,
            invoice=world.invoice_rows(cursor, self.number)[0],
            number=self.number,
            reason=self.reason,
            by=DECIDED_BY,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HasMoved(GivenLine):
    """Somebody knows where the party lives, and what came back is sent again."""

    name: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"moved {self.name}"

    def in_values(self, world: Pure, day: date) -> None:
        """What waited has all of the letter's time before it again."""
        world.give(day, [notation.HoldEnded(kind=casework.UNKNOWN_ADDRESS, whom=self.name)])
        sent: dict[tuple[date, LetterSent], None] = {}
        for owed in world.owed.values():
            claim = owed.claim
            held = [hold for hold in claim.holds if _waits_for_letter(hold)]
            if world.name_of(claim) != self.name or not held:
                continue
            (hold,) = held
            first_day, letter = _letter_about(world, claim.number, before=hold.first_day)
            lost = lost_days(first_day=first_day, returned_on=hold.first_day)
            ended = replace(hold, last_day=day - timedelta(days=1) + lost)
            kept = tuple(each for each in claim.holds if each != hold)
            owed.claim = replace(claim, holds=(*kept, ended))
            sent[first_day, letter] = None
        for first_day, letter in sent:
            owing = (world.owed[number].claim for number in letter.taken)
            if not all(claim.settled for claim in owing):
                world.tell(day, _again(world, letter, first_day, day))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person writes down the address."""
        casework.moved(
            cursor,
            party=world.citizen(self.name).party_id,
            address_lines=NEW_ADDRESS,
            reason="",
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAgain(DidLine):
    """A letter that came back is sent again."""

    name: str
    numbers: tuple[str, ...]
    pay_by: date | None

    @property
    def text(self) -> str:
        """As it is written."""
        pay_by = f", pay by {self.pay_by}" if self.pay_by else ""
        return f"-> sent again {self.name} {' '.join(self.numbers)}{pay_by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Died(GivenLine):
    """Somebody has died: all that they owe waits."""

    name: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"died {self.name}"

    def in_values(self, world: Pure, day: date) -> None:
        """A hold on all that the party owes."""
        held = notation.HoldSet(kind=estates.DEATH, whom=self.name, last_day=None, reason="")
        world.give(day, [held])

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person writes it down."""
        estates.died(
            cursor,
            party=world.citizen(self.name).party_id,
            reason="",
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesOnAgainstEstate(GivenLine):
    """A person lets it go on, and says who answers for the estate."""

    name: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"estate {self.name}"

    def in_values(self, world: Pure, day: date) -> None:
        """The debtor is an estate, and what waited goes on."""
        world.give(day, [notation.HoldEnded(kind=estates.DEATH, whom=self.name)])
        for owed in world.owed.values():
            if world.name_of(owed.claim) == self.name:
                owed.claim = replace(owed.claim, debtor=PartyKind.ESTATE)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person decides it."""
        estates.go_on_against_estate(
            cursor,
            party=world.citizen(self.name).party_id,
            contact="Bo Lund",
            address_lines=NEW_ADDRESS,
            reason="",
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


def _address_unknown(world: Pure, name: str, day: date) -> None:
    """All that is to be written to the party waits, until somebody knows where it lives."""
    on_party = world.nights.party_holds.get(world.cast.names.index(name), ())
    kind = casework.UNKNOWN_ADDRESS
    if not any(each.kind == kind and each.last_day is None for each in on_party):
        held = notation.HoldSet(kind=kind, whom=name, last_day=None, reason="")
        world.give(day, [held])


def _waits_for_letter(hold: Hold) -> bool:
    return hold.kind == casework.RETURNED_LETTER and hold.last_day is None


def _letter_about(world: Pure, number: str, *, before: date) -> tuple[date, LetterSent]:
    """The latest letter that took a step for the invoice, and its day."""
    return next(
        (day, did)
        for day, did in reversed(tuple(world.did()))
        if isinstance(did, LetterSent) and number in did.taken and day < before
    )


def _again(world: Pure, letter: LetterSent, first_day: date, day: date) -> SentAgain:
    step = world.ruled(letter.taken[0], day).procedure.step(letter.step)
    falls = step.pay_by_falls if step else Falls.NEXT_BANKING_DAY
    return SentAgain(
        name=letter.name,
        numbers=letter.taken,
        pay_by=as_late(letter.pay_by, first_day=first_day, day=day, falls=falls),
    )


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for each in returned.told(rows.cursor, list(rows.ids)):
        if each.resent_on is not None:
            yield (
                each.resent_on,
                SentAgain(
                    name=rows.name_of(each.invoices[0]),
                    numbers=tuple(rows.number(invoice) for invoice in each.invoices),
                    pay_by=each.pay_by,
                ),
            )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    for each in returned.told(rows.cursor, list(rows.ids)):
        number = rows.number(each.invoices[0])
        reason = " ".join(each.reason.replace('"', "'").split())
        yield each.returned_on, CameBack(number=number, reason=reason or "kom tillbaka")
        if each.moved_on is not None:
            yield each.moved_on, HasMoved(name=rows.name_of(each.invoices[0]))


def _came_back(g: Groups) -> tuple[CameBack]:
    return (CameBack(number=g["number"], reason=g["reason"]),)


def _sent_again(g: Groups) -> tuple[SentAgain]:
    pay_by = date.fromisoformat(g["pay_by"]) if g.get("pay_by") else None
    return (SentAgain(name=g["name"], numbers=tuple(g["numbers"].split()), pay_by=pay_by),)


AREA = Area(
    shapes=(
        shape('letter of <number> returned "<reason:quoted>"', _came_back),
        shape("moved <name>", lambda g: (HasMoved(name=g["name"]),)),
        shape("-> sent again <name> <numbers>[, pay by <pay_by:day>]", _sent_again),
        shape("died <name>", lambda g: (Died(name=g["name"]),)),
        shape("estate <name>", lambda g: (GoesOnAgainstEstate(name=g["name"]),)),
    ),
    deeds=_deeds,
    given=_given,
)
