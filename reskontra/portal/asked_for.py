"""All that somebody has asked for, each with its answer and what it means for what happens next.

    card(OwnRequest(...), policy=policy, language="sv")
    -> Card(number="1007", what="…: betala i 4 delar", state="Väntar på svar", next="Vi prövar …")

The one rule: how a request stands is said alike here, on its receipt and by its invoice.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reskontra.domain.asking import Answered
from reskontra.domain.rules import Policy
from reskontra.portal import words
from reskontra.portal.asking import asked
from reskontra.portal.wording import say
from reskontra.records.views import OwnRequest, RequestRow

WAITING = "waiting"
_COLOUR = {
    WAITING: "yellow",
    Answered.GRANTED.value: "green",
    Answered.DECLINED.value: "red",
    Answered.WITHDRAWN.value: "grey",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One request, as the page of requests shows it."""

    number: str
    invoice: UUID | None
    """None when the invoice is no longer shown, and its page leads nowhere."""
    public_id: UUID
    waiting: bool
    day: str
    what: str
    state: str
    colour: str
    answer_label: str
    answered: str
    """Who is to answer, or when it was answered."""
    reason: str
    next: str


def card(own: OwnRequest, *, policy: Policy, language: str) -> Card:
    """A request as text."""
    row, told = own.row, asked(own.row, language=language)
    return Card(
        number=row.number,
        invoice=own.invoice,
        public_id=row.public_id,
        waiting=row.outcome is None,
        day=words.day(row.day, language=language),
        what=_what(row, language),
        state=told.answer,
        colour=_COLOUR[_outcome(row)],
        answer_label=say(
            "asked.taken_back" if row.outcome is Answered.WITHDRAWN else "asked.answer",
            language=language,
        ),
        answered=_answered(row, policy, language),
        reason=told.reason,
        next=happens_next(row, open_ore=own.open_ore, language=language),
    )


def happens_next(row: RequestRow, *, open_ore: int, language: str) -> str:
    """What the answer, or the lack of one, means for the invoice."""
    if open_ore == 0:
        return say("asked.next.settled", language=language)
    until = words.day(row.until, language=language) if row.until else ""
    outcome = _outcome(row)
    if outcome == WAITING:
        return say(f"receipt.next.{row.kind}", language=language)
    if outcome == Answered.GRANTED:
        return say(f"asked.next.{row.kind}", language=language, until=until)
    return say(f"asked.next.{outcome}", language=language)


def _outcome(row: RequestRow) -> str:
    return row.outcome.value if row.outcome else WAITING


def _what(row: RequestRow, language: str) -> str:
    until = words.day(row.until, language=language) if row.until else ""
    return say(f"asked.what.{row.kind}", language=language, until=until, parts=row.parts or "")


def _answered(row: RequestRow, policy: Policy, language: str) -> str:
    if row.answered_on is None:
        creditor = policy.creditors[row.creditor].name
        return say("asked.by", language=language, creditor=creditor)
    return words.day(row.answered_on, language=language)
