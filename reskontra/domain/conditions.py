"""What may be asked of a claim before a step concerns it, and of the party who owes it.

    Condition(open_at_least_ore=10000)                         the claim is at least 100 kr
    Condition(party=PartyCondition(overdue_at_least=2))  two invoices are overdue
    unmet(claim, condition, today)                             -> None, or what fails first
    each_unmet(claim, condition, today)                        -> all that fails

The one rule: an empty condition is always true, and every question is one that rows answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reskontra.domain.calendar import Span
from reskontra.domain.course import Course
from reskontra.domain.party import PartyKind

if TYPE_CHECKING:
    from reskontra.domain.claim import Claim
    from reskontra.domain.dealings import Dealings

NOT_CONCERNED = "not_concerned"
BELOW_MINIMUM = "below_minimum"
TOO_YOUNG = "too_young"
PARTY = "party"
"""The party's other invoices, or history, do not meet the condition today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How often something has happened to the party, within a time until today."""

    within: Span
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCondition:
    """What must be true of all that the party owes the creditor. Amounts in öre."""

    overdue_at_least_ore: int = 0
    invoices_overdue_at_least: int = 0
    of_kinds: frozenset[str] = frozenset()
    """The two above count invoices of these kinds; of every kind when none is given."""
    same_facility: bool = False
    """The two count only invoices about the facility that the claim is about."""
    others_overdue_at_most: int | None = None
    """So many of the party's invoices may be overdue, the claim at hand not counted."""
    steps: frozenset[str] = frozenset()
    """What `steps_taken` counts on any of the party's invoices: steps, and holds that began."""
    steps_taken: Times | None = None
    paid_late: Times | None = None
    """How many invoices were paid after their last day."""
    last_paid_on_time: int = 0
    """So many of the latest paid invoices, all there are at least, were paid in time."""
    has_only_services: frozenset[str] = frozenset()
    """The party has invoices of these services and of no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must be true of a claim for a step to concern it; an empty one is always true."""

    open_at_least_ore: int | None = None
    open_at_most_ore: int | None = None
    part_paid: bool | None = None
    kinds: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    """When given, the claim must have a line of one of these services."""
    service_debt_at_least_ore: int | None = None
    """At least so much is left of what was billed for `services`."""
    debtors: frozenset[PartyKind] = frozenset()
    """When given, the debtor must be of one of these kinds."""
    marks: frozenset[str] = frozenset()
    """When given, the invoice must have one of these marks."""
    overdue_at_least: Span | None = None
    """So long must have passed since the due date."""
    overdue_at_most: Span | None = None
    taken: frozenset[str] = frozenset()
    """Steps of the claim, all of which must have been taken."""
    not_taken: frozenset[str] = frozenset()
    """Steps of the claim, none of which may have been taken."""
    courses: frozenset[Course] = frozenset()
    """When given, a person must have decided on one of these; until then it asks nothing."""
    party: PartyCondition | None = None

    @property
    def empty(self) -> bool:
        """Whether it asks nothing."""
        return self == _EMPTY


_EMPTY = Condition()
_ASKS_NOTHING = PartyCondition()
_SAY_OF_WHAT = frozenset({"of_kinds", "same_facility", "steps"})
"""What asks nothing by itself, but says what another question is about."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """Why a condition does not hold, and the first day on which time alone may mend it."""

    reason: str
    mended_on: date | None = None


def unmet(claim: Claim, condition: Condition, today: date) -> Unmet | None:
    """What does not hold of the condition today, the claim's own facts first."""
    reason = _unmet_by_invoice(claim, condition) or _unmet_by_amount(claim, condition)
    if reason:
        return Unmet(reason)
    if condition.taken or condition.not_taken:
        taken = {each.name for each in claim.steps_taken}
        if not condition.taken <= taken or condition.not_taken & taken:
            return Unmet(NOT_CONCERNED)
    most, least = condition.overdue_at_most, condition.overdue_at_least
    if most is not None and today > most.after(claim.due_date):
        return Unmet(NOT_CONCERNED)
    if least is not None and today < least.after(claim.due_date):
        return Unmet(TOO_YOUNG, least.after(claim.due_date))
    if condition.party is not None:
        return _unmet_by_party(claim, condition.party, today)
    return None


def each_unmet(claim: Claim, condition: Condition, today: date) -> Iterator[tuple[str, Unmet]]:
    """Every question of the condition that does not hold, by its field's name."""
    for name, alone in _questions(condition):
        found = unmet(claim, alone, today)
        if found is not None:
            yield name, found


def _questions(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition cut into conditions that ask one thing each."""
    for name in _asked(condition, _EMPTY):
        if name == "service_debt_at_least_ore":
            debt_ore, services = condition.service_debt_at_least_ore, condition.services
            yield name, Condition(service_debt_at_least_ore=debt_ore, services=services)
        elif name != "party":
            yield name, replace(_EMPTY, **{name: getattr(condition, name)})
    asked = condition.party or _ASKS_NOTHING
    about = PartyCondition(
        of_kinds=asked.of_kinds, same_facility=asked.same_facility, steps=asked.steps
    )
    for name in _asked(asked, _ASKS_NOTHING):
        if name not in _SAY_OF_WHAT:
            yield name, Condition(party=replace(about, **{name: getattr(asked, name)}))


def _asked(condition: Condition | PartyCondition, nothing: object) -> list[str]:
    """The names of the fields that ask something."""
    names = [each.name for each in fields(condition)]
    return [name for name in names if getattr(condition, name) != getattr(nothing, name)]


def holds_until(claim: Claim, condition: Condition, today: date) -> date | None:
    """The last day on which a condition that holds today still does, if time alone ends it."""
    days = []
    if condition.overdue_at_most is not None:
        days.append(condition.overdue_at_most.after(claim.due_date))
    if condition.party is not None:
        for times, happened in _counted(claim.dealings, condition.party):
            if times.at_least:
                running = _running(times, happened, today)
                days.append(running[len(running) - times.at_least])
    return min(days, default=None)


def _unmet_by_invoice(claim: Claim, condition: Condition) -> str:
    if condition.debtors and claim.debtor not in condition.debtors:
        return NOT_CONCERNED
    if condition.kinds and claim.kind not in condition.kinds:
        return NOT_CONCERNED
    if condition.services and not (condition.services & claim.services):
        return NOT_CONCERNED
    if condition.marks and not (condition.marks & claim.marks):
        return NOT_CONCERNED
    if condition.courses and claim.course and claim.course not in condition.courses:
        return NOT_CONCERNED
    return ""


def _unmet_by_amount(claim: Claim, condition: Condition) -> str:
    if condition.part_paid is not None and condition.part_paid is not claim.part_paid:
        return NOT_CONCERNED
    least, most = condition.open_at_least_ore, condition.open_at_most_ore
    if least is not None and claim.open_ore < least:
        return BELOW_MINIMUM
    if most is not None and claim.open_ore > most:
        return NOT_CONCERNED
    debt_ore = condition.service_debt_at_least_ore
    if debt_ore is not None and claim.service_debt_ore(condition.services) < debt_ore:
        return BELOW_MINIMUM
    return ""


def _unmet_by_party(claim: Claim, asked: PartyCondition, today: date) -> Unmet | None:
    dealings, others_most = claim.dealings, asked.others_overdue_at_most
    counted = dealings.at(claim.facility) if asked.same_facility else dealings
    overdue = counted.overdue(today=today, kinds=asked.of_kinds)
    overdue_ore = sum(each.open_ore for each in overdue)
    few = len(overdue) < asked.invoices_overdue_at_least
    if few or overdue_ore < asked.overdue_at_least_ore:
        return Unmet(PARTY, counted.next_overdue_on(today=today, kinds=asked.of_kinds))
    others = [each for each in dealings.overdue(today=today) if each.number != claim.number]
    if others_most is not None and len(others) > others_most:
        return Unmet(PARTY)
    if asked.has_only_services and not dealings.services <= asked.has_only_services:
        return Unmet(PARTY)
    if not dealings.last_paid_on_time(asked.last_paid_on_time):
        return Unmet(PARTY)
    for times, days in _counted(dealings, asked):
        if found := _unmet_times(times, days, today):
            return found
    return None


def _counted(dealings: Dealings, asked: PartyCondition) -> Iterator[tuple[Times, tuple[date, ...]]]:
    """How often is asked of what, with the days on which it happened."""
    if asked.steps_taken is not None:
        yield asked.steps_taken, dealings.days_of(asked.steps)
    if asked.paid_late is not None:
        yield asked.paid_late, dealings.days_paid_late()


def _running(times: Times, days: tuple[date, ...], today: date) -> list[date]:
    """The last days on which what has happened still counts, those passed left out, in order."""
    ends = sorted(times.within.after(day) for day in days if day <= today)
    return [end for end in ends if end >= today]


def _unmet_times(times: Times, days: tuple[date, ...], today: date) -> Unmet | None:
    """Whether it happened too seldom, or too often: then until it was long enough ago."""
    running = _running(times, days, today)
    if len(running) < times.at_least:
        return Unmet(PARTY)
    if times.at_most is not None and len(running) > times.at_most:
        return Unmet(PARTY, running[len(running) - times.at_most - 1] + timedelta(days=1))
    return None
