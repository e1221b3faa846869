"""How a letter goes: the first wished way by which its recipient can be reached.

    choose(("sms", "letter"), kinds=kinds, marks={"has_mobile"}, protected=False)
    -> Chosen(channel="sms")
    choose(("sms", "letter"), kinds=kinds, marks=set(), protected=False)
    -> Chosen(channel="letter", passed=("sms",))

The one rule: paper is always possible, and a protected identity is reached by nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from reskontra.domain.texts import Texts

if TYPE_CHECKING:
    from reskontra.domain.claim import Claim
    from reskontra.domain.rules import PortalRules

LETTER = "letter"
"""The way that is always possible."""


class LeavesAs(StrEnum):
    """What is made for a channel."""

    PRINT = "print"
    """A PDF for the printer."""
    MESSAGE = "message"
    """A PDF with a message that says what it is, whose it is and what there is to pay."""
    TEXT = "text"
    """A short text, which says the least that is needed."""
    NOTHING = "nothing"
    """Nothing is sent: it is seen by whoever signs in."""

    @property
    def whole(self) -> bool:
        """Whether all that the letter says reaches its recipient in writing."""
        return self in (LeavesAs.PRINT, LeavesAs.MESSAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to send letters."""

    texts: Texts
    leaves_as: LeavesAs
    mark: str = ""
    """What the billing system must have marked an invoice with for it; empty when nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """How a letter goes, and which wished ways could not reach its recipient."""

    channel: str
    passed: tuple[str, ...] = ()


def choose(
    wished: Iterable[str],
    *,
    kinds: Mapping[str, Channel],
    marks: Collection[str],
    protected: bool,
) -> Chosen:
    """The first wished way that is possible; paper when none is, or the identity is protected."""
    passed: list[str] = []
    for name in wished:
        channel = kinds[name]
        on_paper = channel.leaves_as is LeavesAs.PRINT
        if on_paper or (not protected and (not channel.mark or channel.mark in marks)):
            return Chosen(channel=name, passed=tuple(passed))
        passed.append(name)
    return Chosen(channel=LETTER, passed=tuple(passed))


def marks_of(claims: Iterable[Claim]) -> frozenset[str]:
    """How the party can be reached, as the latest of its invoices at hand says."""
    return max(claims, key=lambda claim: (claim.invoice_date, claim.key)).marks


def expected_on(leaves_as: LeavesAs, *, day: date, rules: PortalRules) -> date:
    """The last day on which a letter of `day` should have reached its recipient."""
    match leaves_as:
        case LeavesAs.PRINT:
            return rules.paper_arrives_within.after(day)
        case LeavesAs.MESSAGE | LeavesAs.TEXT:
            return rules.e_invoice_within.after(day)
        case LeavesAs.NOTHING:
            return day
