"""What has happened at the Enforcement Authority, what it costs, and what can be done.

Example: an application that has been served says that one may pay, or contest it, and where.

The one rule: a record of non-payment is only told of when there is one.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.court import court_for
from reskontra.domain.enforcement import Matter, Route, State, record_of
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled
from reskontra.domain.terms import CostKind
from reskontra.portal import words
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail

_MAY_CONTEST = frozenset({State.APPLIED, State.SERVED})
_KINDS = tuple(kind.value for kind in CostKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtAuthority:
    """The latest matter, as text."""

    stands: str
    since: str
    costs: str
    """Empty when nothing has been added."""
    can: str
    """Empty when there is nothing to do."""
    record: str


def at_authority(
    detail: InvoiceDetail, ruled: Ruled, policy: Policy, *, language: str
) -> AtAuthority | None:
    """The matter about the invoice, if there has been any."""
    if not detail.claim.matters:
        return None
    matter = detail.claim.matters[-1]
    added = (each for each in detail.movements if each.reason.rpartition(", ")[2] in _KINDS)
    costs_ore = sum(each.amount_ore for each in added if each.kind == "fee")
    return AtAuthority(
        stands=_stands(matter, language),
        since=words.day(matter.day, language=language),
        costs=words.kronor(costs_ore, language=language) if costs_ore else "",
        can="" if detail.row.open_ore == 0 else _can(matter, ruled, policy, language),
        record=_record(detail, policy, language),
    )


def _stands(matter: Matter, language: str) -> str:
    asked = matter.route is Route.ENFORCEMENT and matter.state in _MAY_CONTEST
    return say(f"authority.{'enforcement' if asked else matter.state.value}", language=language)


def _can(matter: Matter, ruled: Ruled, policy: Policy, language: str) -> str:
    if matter.route is Route.ORDER_TO_PAY and matter.state in _MAY_CONTEST:
        grounds = (ruled.procedure.grounds[name] for name in ruled.claim.services)
        try:
            court = policy.courts[court_for(grounds, policy.courts)].name.say(language)
        except Refused:
            return say("authority.can.pay", language=language)
        return say("authority.can.contest", language=language, court=court)
    return say("authority.can.pay", language=language) if matter.there else ""


def _record(detail: InvoiceDetail, policy: Policy, language: str) -> str:
    record = record_of(detail.claim.matters, detail.claim.debtor, policy.law)
    if record is None:
        return say("authority.record.none", language=language)
    since, until = (words.day(day, language=language) for day in (record.since, record.until))
    return say("authority.record.since", language=language, since=since, until=until)
