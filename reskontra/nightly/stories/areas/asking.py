"""What a line of a story may say of what a citizen is offered in the portal, and asks for there.

    ask Cilla 1004 3 parts "lägre inkomst"
    ask Cilla 1004 until 2025-05-30 "lön den 28"
    answer 1004 yes "det går bra"
    ? offered Cilla 1004 unusually high, 2 to 12 parts
    ? asked 1004 waiting

The one rule: asking goes through the citizen's own door, and what the rules leave to the citizen's
choice is granted by the nightly command before the night acts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.casework import requests as answering
from reskontra.domain.asking import (
    SELF_SERVICE,
    AskedFor,
    is_high,
    parts_offered,
    time_offered,
)
from reskontra.domain.assumed import rates_lasting
from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.installments import InstallmentPlan, judge_plan, usual_first_day
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.nightly.stories.area import Area
from reskontra.nightly.stories.areas.deferrals import DeferralGranted
from reskontra.nightly.stories.areas.plans import PlanGranted
from reskontra.nightly.stories.line import AskedLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import access, requests
from reskontra.records.requests import NewRequest

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

BY = "story"
NOTHING, WAITING = "nothing", "waiting"
PAGE_SIZE = 1_000
EARLIER_WITHIN = Span.parse("24 months")


def high_of(world: Pure, claims: Collection[Claim]) -> frozenset[int]:
    """Those of the claims that are unusually high for their recipients, by key."""
    return frozenset(each.key for each in claims if _high(world, each))


def _high(world: Pure, claim: Claim) -> bool:
    alike = (
        each.claim
        for each in world.owed.values()
        if each.claim.key != claim.key
        and (each.claim.party, each.claim.creditor, each.claim.kind)
        == (claim.party, claim.creditor, claim.kind)
    )
    earlier_ore = [
        each.sums.billed_ore
        for each in alike
        if each.invoice_date <= claim.invoice_date <= EARLIER_WITHIN.after(each.invoice_date)
    ]
    rule = world.policy.creditors[claim.creditor].portal.unusually_high
    return is_high(claim, earlier_ore=earlier_ore, rule=rule)


def _ruled(claim: Claim, policy: Policy, today: date) -> Ruled:
    return under_rules(claim, rates_lasting(policy, until=date.max), today=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(GivenLine):
    """A citizen asks in the portal to pay in so many parts, or on a later day."""

    name: str
    number: str
    parts: int | None
    until: date | None
    reason: str
    first_on: date | None = None
    """Of the first part: reckoned on the day that it is asked for."""

    @property
    def text(self) -> str:
        """As it is written."""
        what = f"{self.parts} parts" if self.parts else f"until {self.until}"
        return f'ask {self.name} {self.number} {what} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """It is granted at once when the rules leave it to the citizen; else it waits."""
        asked = replace(self, first_on=self._first_on(world.claim(self.number), world.policy, day))
        own_choice = asked.is_own_choice(world, day)
        if own_choice:
            asked.granted(world, day, reason=self.reason)
        world.asked[self.number] = (asked, "granted" if own_choice else WAITING)

    def _first_on(self, claim: Claim, policy: Policy, day: date) -> date | None:
        ruled = _ruled(claim, policy, day)
        terms = ruled.procedure.plan if self.parts else None
        return usual_first_day([ruled.claim], terms, today=day) if terms else None

    def is_own_choice(self, world: Pure, day: date) -> bool:
        """Whether the terms let the citizen decide it."""
        ruled = _ruled(world.claim(self.number), world.policy, day)
        claim, procedure = ruled.claim, ruled.procedure
        if self.until is not None:
            given = judge_deferral(claim, procedure, until=self.until, today=day)
            if not isinstance(given, Deferral):
                return False
            return given.by == SELF_SERVICE and not given.pay_now_ore
        if self.parts is None or self.first_on is None:
            return False
        plan = judge_plan((claim,), procedure, parts=self.parts, first_on=self.first_on, today=day)
        return isinstance(plan, InstallmentPlan) and plan.by == SELF_SERVICE

    def granted(self, world: Pure, day: date, *, reason: str) -> None:
        """What was asked for becomes so."""
        if self.until is not None:
            given = DeferralGranted(number=self.number, until=self.until, reason=reason)
            given.in_values(world, day)
            return
        assert self.parts is not None
        assert self.first_on is not None
        plan = PlanGranted(
            numbers=(self.number,), parts=self.parts, first_on=self.first_on, reason=reason
        )
        plan.in_values(world, day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The citizen sends it from the page of the invoice."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        first_on = self._first_on(world.claim(self.number), world.policy, day)
        if self.parts and first_on is None:
            raise world.lacks(f"a plan that can be asked for about {self.number}")
        new = NewRequest(
            invoice=invoice,
            kind=AskedFor.PLAN if self.parts else AskedFor.DEFERRAL,
            day=day,
            until=self.until,
            parts=self.parts,
            first_on=first_on,
            text=self.reason,
        )
        access.ask(citizen=world.citizen(self.name), new=new)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredByPerson(GivenLine):
    """A case officer answers what was asked last about the invoice."""

    number: str
    yes: bool
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'answer {self.number} {"yes" if self.yes else "no"} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """A yes becomes so."""
        asked, _ = world.asked[self.number]
        if self.yes:
            asked.granted(world, day, reason=self.reason)
        world.asked[self.number] = (asked, "granted" if self.yes else "declined")

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the case officers' door."""
        waiting = requests.requests_waiting(cursor)
        row = next((each for each in waiting if each.number == self.number), None)
        if row is None:
            raise world.lacks(f"a request about {self.number} that waits")
        if self.yes:
            answering.grant(cursor, row, by=BY, reason=self.reason, policy=world.policy, today=day)
        else:
            answering.decline(cursor, row, by=BY, reason=self.reason, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(AskedLine):
    """What the portal offers somebody about an invoice."""

    name: str
    number: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? offered {self.name} {self.number} {self.said}"

    def from_values(self, world: Pure, today: date) -> Offered:
        """As the values give it."""
        claim = world.claim(self.number)
        return self._told(claim, world.policy, today, high=_high(world, claim))

    def from_rows(self, world: ThroughDatabase, today: date) -> Offered:
        """As the citizen's own door gives it."""
        citizen = world.citizen(self.name)
        page = access.invoices(
            citizen=citizen,
            listing="unpaid",
            sort="due",
            page=1,
            page_size=PAGE_SIZE,
            today=today,
            policy=world.policy,
        )
        row = next((each for each in page.rows if each.number == self.number), None)
        if row is None:
            return replace(self, said=NOTHING)
        detail = access.invoice(
            citizen=citizen, public_id=row.public_id, today=today, policy=world.policy
        )
        rule = world.policy.creditors[row.creditor].portal.unusually_high
        high = is_high(detail.claim, earlier_ore=detail.earlier_ore, rule=rule)
        return self._told(detail.claim, world.policy, today, high=high)

    def _told(self, claim: Claim, policy: Policy, today: date, *, high: bool) -> Offered:
        ruled = _ruled(claim, policy, today)
        return replace(self, said=", ".join(_offers(ruled, today, high=high)) or NOTHING)


def _offers(ruled: Ruled, today: date, *, high: bool) -> Iterator[str]:
    if high and not (ruled.claim.settled or ruled.claim.plan):
        yield "unusually high"
    if parts := parts_offered(ruled.claim, ruled.procedure, today=today):
        yield f"{parts[0]} to {parts[-1]} parts"
    if until := time_offered(ruled.claim, ruled.procedure, today=today):
        yield f"until {until}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HowAnswered(AskedLine):
    """How what was asked last about an invoice stands."""

    number: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? asked {self.number} {self.said}"

    def from_values(self, world: Pure, today: date) -> HowAnswered:
        """As the values give it."""
        _, said = world.asked.get(self.number, (None, NOTHING))
        return replace(self, said=said)

    def from_rows(self, world: ThroughDatabase, today: date) -> HowAnswered:
        """As the citizen is told."""
        with connections["default"].cursor() as cursor:
            invoice, _ = world.invoice_rows(cursor, self.number)
            found = requests.of_invoice(cursor, invoice)
        if not found:
            return replace(self, said=NOTHING)
        return replace(self, said=found[0].outcome.value if found[0].outcome else WAITING)


def _asked(g: Groups) -> tuple[Asked]:
    parts, until = g.get("count"), g.get("day")
    return (
        Asked(
            name=g["name"],
            number=g["number"],
            parts=int(parts) if parts else None,
            until=date.fromisoformat(until) if until else None,
            reason=g["quoted"],
        ),
    )


def _answered(*, yes: bool) -> Callable[[Groups], tuple[AnsweredByPerson]]:
    return lambda g: (AnsweredByPerson(number=g["number"], yes=yes, reason=g["quoted"]),)


def _offered(g: Groups) -> tuple[Offered]:
    return (Offered(name=g["name"], number=g["number"], said=g["said"]),)


def _how(g: Groups) -> tuple[HowAnswered]:
    return (HowAnswered(number=g["number"], said=g["said"]),)


AREA = Area(
    shapes=(
        shape('ask <name> <number> <count> parts "<quoted>"', _asked),
        shape('ask <name> <number> until <day> "<quoted>"', _asked),
        shape('answer <number> yes "<quoted>"', _answered(yes=True)),
        shape('answer <number> no "<quoted>"', _answered(yes=False)),
        shape("? offered <name> <number> <said:offers>", _offered),
        shape("? asked <number> <said:word>", _how),
    ),
)
