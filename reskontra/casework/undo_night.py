"""A night that should not have been is undone, as one decision.

    order = Order(night=date(2025, 4, 9), today=date(2025, 4, 10), not_before=date(2025, 4, 11), …)
    look(order)              -> Found: every step that would be undone, and what is left standing
    undo(order, confirm=412) -> Undone(steps=412, stopped=400, apologies=12, …)

Steps count as not taken, fees and interest are reversed by new entries, letters that have not left
are stopped, those that have are apologized for, claims are called back from the agency, and our own
invoices of that night are withdrawn. The one rule: nothing is undone unseen. Whoever decides
repeats the number of steps; a party's part is undone whole or not at all, and running it again
goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import undo_parties
from reskontra.casework.undo_parties import Left, Undone, planned
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.records import runs, undoing
from reskontra.records.undoing import Decision, Done, Part

CHUNK_PARTIES = 500


class NoSuchNight(Refused):
    """No night has run on {night}; give the day of one that has."""

    swedish = "Ingen natt har körts {night}. Ange dagen för en som har körts."


class NothingToUndo(Refused):
    """Of the night of {night} no such step stands; there is nothing to undo."""

    swedish = "Av natten {night} står inget sådant steg kvar. Det finns inget att göra ogjort."


class AllStands(Refused):
    """All {count} steps of the night of {night} stand: later ones, or a sale, rest on them."""

    swedish = (
        "Alla {count} steg av natten {night} står kvar: senare steg eller en överlåtelse bygger "
        "på dem."
    )


class OtherCount(Refused):
    """{found} steps would be undone, not {said}. Look again, and repeat the number {found}."""

    swedish = "{found} steg skulle göras ogjorda, inte {said}. Titta igen och upprepa {found}."


class TooSoon(Refused):
    """Steps may be taken anew on {not_before} at the earliest, which must be after {today}."""

    swedish = "Stegen får tas på nytt tidigast {not_before}, som måste ligga efter {today}."


class NotBeforeItWas(Refused):
    """The night of {night} has not been yet on {today}."""

    swedish = "Natten {night} har inte varit än {today}."


class NightIsRunning(Refused):
    """A nightly run is working in this database; wait until it has ended."""

    swedish = "En nattkörning pågår i databasen. Vänta tills den är klar."


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to undo, why, and from when the same steps may be taken anew."""

    night: date
    creditor: str = ""
    procedure: str = ""
    step: str = ""
    reason: str
    by: str
    today: date
    not_before: date
    policy: Policy


@dataclass(slots=True, kw_only=True)
class Found:
    """What would be undone, before anything is."""

    steps: list[Done] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    letters: Counter[str] = field(default_factory=Counter)
    """How many have left, and how many have not, by `sent` and `waiting`."""
    handovers: int = 0
    own_invoices: int = 0
    booked_ore: Counter[str] = field(default_factory=Counter)
    """What the steps booked, by kind of entry."""

    @property
    def counts(self) -> dict[tuple[str, str, str], int]:
        """(creditor, procedure, step) -> how many."""
        return dict(sorted(Counter((s.creditor, s.procedure, s.step) for s in self.steps).items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A party whose part could not be undone; it is tried again the next time."""

    party: int
    error: str


@dataclass(slots=True, kw_only=True)
class Report:
    """What an undoing came to."""

    undone: Undone
    left: list[Left] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def look(order: Order) -> Found:
    """What would be undone today. Refuses a night that has not run."""
    with connections["default"].cursor() as cursor:
        return _look(cursor, order, _part(cursor, order))


def undo(order: Order, *, confirm: int) -> Report:
    """Undo it, party by party; `confirm` is how many steps the one who decides has seen.

    Refuses another number than there is, and a first day to take steps anew that is not to come.
    """
    if order.not_before <= order.today:
        raise TooSoon(not_before=order.not_before, today=order.today)
    with connections["default"].cursor() as cursor, _no_night(cursor):
        part = _part(cursor, order)
        found = _look(cursor, order, part)
        if found.left and not found.steps:
            raise AllStands(night=order.night, count=len(found.left))
        if not found.steps:
            raise NothingToUndo(night=order.night)
        if len(found.steps) != confirm:
            raise OtherCount(found=len(found.steps), said=confirm)
        with transaction.atomic():
            key = undoing.begin(
                cursor,
                part,
                day=order.today,
                not_before=order.not_before,
                reason=order.reason,
                by=order.by,
            )
        decided = undoing.decision(cursor, key)
        report = Report(undone=Undone(), left=found.left)
        for parties in _chunks(found.steps):
            _work(cursor, parties, part, decided, order.policy, report)
        return report


@contextmanager
def _no_night(cursor: CursorWrapper) -> Iterator[None]:
    if not runs.take_turns(cursor):
        raise NightIsRunning
    try:
        yield
    finally:
        runs.end_turn(cursor)


def _part(cursor: CursorWrapper, order: Order) -> Part:
    run = undoing.run_of(cursor, order.night)
    if run is None:
        raise NoSuchNight(night=order.night)
    if order.today < order.night:
        raise NotBeforeItWas(night=order.night, today=order.today)
    return Part(
        run=run,
        creditor=order.creditor,
        procedure=order.procedure,
        step=order.step.replace("-", "_"),
    )


def _look(cursor: CursorWrapper, order: Order, part: Part) -> Found:
    found = Found()
    every = undoing.of_run(cursor, part)
    for parties in _chunks(every):
        mine = [step for step in every if step.party in set(parties)]
        plan = planned(cursor, mine, policy=order.policy, today=order.today)
        found.steps += plan.steps
        found.left += plan.left
        undo_parties.foresee(cursor, plan, found.letters, found.booked_ore)
        found.own_invoices += sum(each.own_invoice is not None for each in plan.letters)
        found.handovers += len(plan.handovers)
    return found


def _chunks(steps: Sequence[Done]) -> Iterator[list[int]]:
    parties = sorted({step.party for step in steps})
    for start in range(0, len(parties), CHUNK_PARTIES):
        yield parties[start : start + CHUNK_PARTIES]


def _work(
    cursor: CursorWrapper,
    parties: Sequence[int],
    part: Part,
    decided: Decision,
    policy: Policy,
    report: Report,
) -> None:
    """Undo a chunk whole; when that fails, party by party, setting aside those that fail."""
    try:
        report.undone.add(_together(cursor, parties, part, decided, policy))
    except Exception:
        for party in parties:
            try:
                report.undone.add(_together(cursor, [party], part, decided, policy))
            except Exception as error:
                words = f"{type(error).__name__}: {error}"
                report.failures.append(Failure(party=party, error=words))


def _together(
    cursor: CursorWrapper, parties: Sequence[int], part: Part, decided: Decision, policy: Policy
) -> Undone:
    with transaction.atomic():
        return undo_parties.undo(cursor, parties, part, decided, policy=policy)
