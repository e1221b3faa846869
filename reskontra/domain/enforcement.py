"""A matter at the Enforcement Authority: where it stands, and what follows from it.

    matter = Matter(route=ORDER_TO_PAY, day=…, events=(Event(SENT, …), Event(SERVED, …)))
    matter.state                    -> SERVED: there is time to reply
    matter.holds(), .findings()     -> what it means for the steps: a contest stops them all
    record_of(matters, debtor, law) -> whether there is a record of non-payment, and until when

What has happened is a set, so the order in which the news came does not matter. The one rule:
nothing here is decided by us but to apply, to withdraw and to ask for a court.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from reskontra.domain.claim import Claim, Clearance, Hold
from reskontra.domain.handover import LAPSED, why_settled
from reskontra.domain.law import Law
from reskontra.domain.limitation import Break, Cause
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused

AUTHORITY = "kronofogden"
"""The Enforcement Authority's name among those who send us messages."""


class Route(StrEnum):
    """What is applied for."""

    ORDER_TO_PAY = "order_to_pay"
    """Betalningsföreläggande."""
    ENFORCEMENT = "enforcement"
    """Verkställighet: of a verdict, or of a decision that is enforceable by itself."""


class News(StrEnum):
    """What may happen in a matter."""

    PREPARED = "prepared"
    """What the Authority is told has been settled and kept."""
    SENT = "sent"
    RECEIVED = "received"
    """The Authority has given it a number."""
    SERVED = "served"
    CONTESTED = "contested"
    COURT_ASKED = "court_asked"
    """We have asked that it goes to court."""
    COURT_SENT = "court_sent"
    TRANSFERRED = "transferred"
    """It has gone to court."""
    VERDICT = "verdict"
    """The debt shall be paid (utslag, or a court's judgment)."""
    ASSETS = "assets"
    """The Authority tells what there is to take (utredningsrapport)."""
    PAYMENT = "payment"
    """Money that the Authority has got in."""
    TOLD = "told"
    """We have told that something was paid or credited: the claim is reduced."""
    WITHDRAWAL_ASKED = "withdrawal_asked"
    WITHDRAWAL_SENT = "withdrawal_sent"
    WITHDRAWN = "withdrawn"
    """The Authority has closed it, as we withdrew it."""
    ENDED = "ended"
    """The Authority has ended it; the word says why."""


class State(StrEnum):
    """Where a matter stands."""

    WAITING = "waiting"
    """To be sent."""
    APPLIED = "applied"
    SERVED = "served"
    CONTESTED = "contested"
    IN_COURT = "in_court"
    VERDICT = "verdict"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


OVER = frozenset({State.VERDICT, State.WITHDRAWN, State.ENDED})
"""Nothing more is told in a matter that stands so."""
NO_ASSETS = "no_assets"
"""Why enforcement ended when there was nothing to take."""
UNDONE = "undone"
CONTEST, VERDICT_FOUND = "court_case", "verdict"
ENFORCEMENT_FAILED = "enforcement_failed"
FOUND_BY_AUTHORITY = frozenset({VERDICT_FOUND, ENFORCEMENT_FAILED})
"""Findings that the Authority tells, and nobody of the office makes."""
_FOUND = {
    News.RECEIVED: "applied",
    News.SERVED: "served",
    News.VERDICT: VERDICT_FOUND,
}
_STANDS = (
    (News.ENDED, State.ENDED),
    (News.WITHDRAWN, State.WITHDRAWN),
    (News.WITHDRAWAL_ASKED, State.WITHDRAWN),
    (News.VERDICT, State.VERDICT),
    (News.TRANSFERRED, State.IN_COURT),
    (News.CONTESTED, State.CONTESTED),
    (News.SERVED, State.SERVED),
    (News.RECEIVED, State.APPLIED),
    (News.SENT, State.APPLIED),
)
WITHDRAWING_HOLDS = frozenset(
    {"installment_plan", "deferral", "debt_restructuring", "bankruptcy", "minor"}
)
"""Holds under which we do not go on at the Authority; a dispute is for it, or a court, to try."""


class NotContested(Refused):
    """Invoice {number} is not contested at the Enforcement Authority; it stands as {state}."""

    swedish = "Faktura {number} är inte bestridd hos Kronofogden. Läget är {state}."


class TooLateForCourt(Refused):
    """Invoice {number} was contested on {day}; a court had to be asked for by {last_day}."""

    swedish = (
        "Faktura {number} bestreds {day}. Det skulle ha begärts senast {last_day} att den lämnas "
        "till domstol."
    )


class NotAtAuthority(Refused):
    """Invoice {number} has no matter at the Enforcement Authority that is still open."""

    swedish = "Faktura {number} har inget öppet ärende hos Kronofogden."


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, on its day, with a word of it."""

    kind: News
    day: date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One application about one claim, with what has happened to it."""

    route: Route
    step: str = ""
    """The step that led to it, and the day on which it was taken."""
    day: date
    events: tuple[Event, ...] = ()

    def first(self, kind: News) -> Event | None:
        """The earliest event of the kind, if there is one."""
        found = (each for each in self.events if each.kind is kind)
        return min(found, key=lambda each: each.day, default=None)

    @property
    def state(self) -> State:
        """Where it stands."""
        happened = {each.kind for each in self.events}
        for kind, state in _STANDS:
            if kind in happened:
                return state
        return State.WAITING

    @property
    def there(self) -> bool:
        """Whether the Authority, or a court, has it, or has decided it."""
        return self.state not in (State.WITHDRAWN, State.ENDED)

    @property
    def open(self) -> bool:
        """Whether something may still be told in it."""
        return self.state not in OVER

    @property
    def over_on(self) -> date | None:
        """The day on which it was decided or ended, if it has been."""
        kinds = (News.VERDICT, News.WITHDRAWN, News.WITHDRAWAL_ASKED, News.ENDED)
        days = [each.day for each in self.events if each.kind in kinds]
        return min(days, default=None)

    def holds(self) -> Iterator[Hold]:
        """While it is contested nobody goes on, until a court has decided or it has ended."""
        contested = self.first(News.CONTESTED)
        if contested is None:
            return
        over = self.over_on
        last_day = None if over is None else over - timedelta(days=1)
        if last_day is None or last_day >= contested.day:
            yield Hold(
                kind=CONTEST, first_day=contested.day, last_day=last_day, reason=contested.text
            )

    def findings(self) -> Iterator[Clearance]:
        """What it lets steps go on from: received, served, a verdict, nothing to take."""
        for event in self.events:
            if event.kind in _FOUND:
                yield Clearance(kind=_FOUND[event.kind], day=event.day)
            elif event.text == NO_ASSETS:
                yield Clearance(kind=ENFORCEMENT_FAILED, day=event.day)

    def breaks(self) -> Iterator[Break]:
        """It interrupts limitation from the day it was sent (preskriptionslagen 5 and 7 §§)."""
        sent = self.first(News.SENT)
        if sent is None:
            return
        over = self.over_on
        served = self.first(News.SERVED) or self.first(News.VERDICT)
        yield Break(cause=Cause.PROCEDURE, day=sent.day, ended=over, served=served is not None)


def with_matters(claim: Claim) -> Claim:
    """The claim with what its matters mean for the steps: holds, findings, interruptions."""
    matters = claim.matters
    return replace(
        claim,
        holds=(*claim.holds, *(hold for each in matters for hold in each.holds())),
        clearances=(*claim.clearances, *(found for each in matters for found in each.findings())),
        breaks=(
            *claim.breaks,
            *(replace(found, party=claim.party) for each in matters for found in each.breaks()),
        ),
    )


def withdrawal_reason(
    claim: Claim, matter: Matter, *, paid_last_to_collector: bool, today: date
) -> str | None:
    """Why the application must be withdrawn today; None when it may stand.

    It has been settled otherwise than through the Authority, the night that applied for it has been
    undone, it has lapsed, or it is held by what we do not press on through.
    """
    taken = claim.taken(matter.step)
    if taken is None or taken.day != matter.day:
        return UNDONE
    if claim.settled:
        return None if paid_last_to_collector else why_settled(claim)
    if claim.lapsed_on is not None:
        return LAPSED
    for hold in claim.holds:
        withdraws = hold.kind in WITHDRAWING_HOLDS and claim.held_whole_by(hold)
        if withdraws and hold.covers(today):
            return hold.kind
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class NonPayment:
    """A record of non-payment: from when, and until when at the latest."""

    since: date
    until: date


def record_of(matters: Iterable[Matter], debtor: PartyKind, law: Law) -> NonPayment | None:
    """The record that the matters have led to, the latest one; None when there is none.

    A private person has one from the verdict, never from a demand or an application; a company
    has one from the application (kreditupplysningslagen (1973:1173) 7 and 8 §§).
    """
    found = [each for matter in matters for each in _records(matter, debtor, law)]
    return max(found, key=lambda each: each.until, default=None)


def _records(matter: Matter, debtor: PartyKind, law: Law) -> Iterator[NonPayment]:
    verdict, sent = matter.first(News.VERDICT), matter.first(News.SENT)
    company = debtor is PartyKind.ORGANIZATION
    if verdict is not None:
        span = law.record_of_non_payment_company if company else law.record_of_non_payment_person
        until = span.on(verdict.day).after(verdict.day)
        yield NonPayment(since=verdict.day, until=until)
    if company and sent is not None:
        until = law.record_of_application_company.on(sent.day).after(sent.day)
        yield NonPayment(since=sent.day, until=until)


def last_day_for_court(matter: Matter, law: Law) -> date | None:
    """Until when a court may be asked for, when the matter is contested."""
    contested = matter.first(News.CONTESTED)
    if contested is None:
        return None
    return law.order_to_pay_transfer_time.on(contested.day).after(contested.day)


def may_ask_for_court(matter: Matter, *, number: str, law: Law, today: date) -> None:
    """Refuses when nobody has contested it, or when the time to ask has passed."""
    last_day, contested = last_day_for_court(matter, law), matter.first(News.CONTESTED)
    if matter.state is not State.CONTESTED or contested is None or last_day is None:
        raise NotContested(number=number, state=matter.state.value.replace("_", " "))
    if today > last_day:
        raise TooLateForCourt(number=number, day=contested.day, last_day=last_day)
