"""Why an invoice is not shown: the limits in force, from the policy files.

Example: two creditors with the same limits are one group; otherwise each says its own.

The one rule: no limit is written in a page; it is read from the rules that the lists obey.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reskontra.domain.party import PartyKind
from reskontra.domain.rules import HighRule, Policy, PortalRules
from reskontra.portal import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of some creditors, as words."""

    creditors: str
    """Empty when all creditors share them."""
    age: str
    overdue: str
    persons_only: bool
    registered: str
    """Within how long a payment is seen here."""
    paper: str
    e_invoice: str


def limits(policy: Policy, *, language: str) -> tuple[Limits, ...]:
    """Each set of limits in force, with the creditors that it is for."""
    groups: dict[PortalRules, list[str]] = {}
    for creditor in policy.creditors.values():
        groups.setdefault(_those_told(creditor.portal), []).append(creditor.name)
    return tuple(
        _limits(rules, names if len(groups) > 1 else [], language)
        for rules, names in groups.items()
    )


def _those_told(rules: PortalRules) -> PortalRules:
    """The rules without what is no limit, so that those who differ in that alone are one group."""
    return replace(rules, e_invoice_url="", unusually_high=HighRule())


def _limits(rules: PortalRules, names: list[str], language: str) -> Limits:
    return Limits(
        creditors=words.listing(names, language=language) if names else "",
        age=words.span(rules.shown_from_invoice_date, language=language),
        overdue=words.span(rules.hidden_when_overdue, language=language),
        persons_only=rules.shown_to == frozenset({PartyKind.PERSON}),
        registered=words.span(rules.payment_registered_within, language=language),
        paper=words.span(rules.paper_arrives_within, language=language),
        e_invoice=words.span(rules.e_invoice_within, language=language),
    )
