"""What somebody has filled in, as they check it before it is sent and as the receipt repeats it.

    answers(new, cost="90,00", language="sv")   -> (Det gäller: betala i delar), (Antal delar: 4) …

The one rule: the page to check, the receipt and the officer's list say the same row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reskontra.domain.asking import AskedFor
from reskontra.portal import words
from reskontra.portal.wording import say
from reskontra.records.views import NewRequest, RequestRow

FIELDS = ("kind", "until", "parts", "amount", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A question and what was answered."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as it was sent to us, to be shown again."""

    kind: str = ""
    until: str = ""
    parts: str = ""
    amount: str = ""
    text: str = ""


def filled(form: Mapping[str, str]) -> Filled:
    """What the form held, word for word."""
    return Filled(**{name: form.get(name, "") for name in FIELDS})


def answers(
    asked: NewRequest | RequestRow, *, language: str, cost: str = ""
) -> tuple[AnswerLine, ...]:
    """The request line by line; `cost` is the fee and interest of a plan, when it is known."""
    kind = asked.kind
    whole = say("check.all", language=language) if kind is AskedFor.OBJECTION else ""
    amount = words.kronor(asked.amount_ore, language=language) if asked.amount_ore else ""
    told = {
        "check.what": say(f"check.{kind.value}", language=language),
        "check.parts": str(asked.parts or ""),
        "check.first_on": words.day(asked.first_on, language=language) if asked.first_on else "",
        "check.cost": f"{cost} kr" if cost else "",
        f"check.until.{kind.value}": (
            words.day(asked.until, language=language) if asked.until else ""
        ),
        "check.amount": f"{amount} kr" if amount else whole,
        "check.text": asked.text,
    }
    return tuple(
        AnswerLine(label=say(name, language=language), value=value)
        for name, value in told.items()
        if value
    )
