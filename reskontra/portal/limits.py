"""Why an invoice is not shown: the limits in force, from the policy files.

Example: two creditors with the same limits are one group; otherwise each says its own.

The one rule: no limit is written in a page; it is read from the rules that the lists obey.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, PortalRules
from reskontra.portal import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of some creditors, as words."""

    creditors: str
    """Empty when all creditors share them."""
    age: str
    overdue: str
    persons_only: bool


def limits(policy: Policy, *, language: str) -> tuple[Limits, ...]:
    """Each set of limits in force, with the creditors that it is for."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for creditor in policy.creditors.values():
        groups.setdefault(_key(creditor.portal, language), []).append(creditor.name)
    return tuple(
        Limits(
            creditors=words.listing(names, language=language) if len(groups) > 1 else "",
            age=age,
            overdue=overdue,
            persons_only=persons_only,
        )
        for (age, overdue, persons_only), names in groups.items()
    )


def _key(rules: PortalRules, language: str) -> tuple[str, str, bool]:
    return (
        words.span(rules.shown_from_invoice_date, language=language),
        words.span(rules.hidden_when_overdue, language=language),
        rules.shown_to == frozenset({PartyKind.PERSON}),
    )
