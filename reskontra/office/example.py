"""The example invoice that a reader may choose, and what the procedure comes to for it.

    chosen(request.GET, procedure, today=date(2026, 11, 22), language="sv")
    -> Chosen(due="2026-12-22", amount="1 000", errors={}, timeline=Timeline(…))

The one rule: what a reader writes wrongly is told beside the field, in the words to mend it with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.money import format_kronor, parse_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.office.wording import say
from reskontra.policy.telling.example import Example
from reskontra.policy.telling.timeline import timeline
from reskontra.policy.telling.told import Timeline

AHEAD = timedelta(days=30)
FARTHEST = timedelta(days=3 * 365)
AMOUNT_ORE = 100_000
MOST_ORE = 100_000_000_00


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The form as it was sent, or as it is at first, and the example in days."""

    due: str
    amount: str
    errors: Mapping[str, str]
    """By field: `due`, `amount`; or `all` when it is the rules that refuse."""
    usual_due: str
    """A due date that works, as an example of how to write one."""
    timeline: Timeline | None


def chosen(
    fields: Mapping[str, str], procedure: Procedure, policy: Policy, *, today: date, language: str
) -> Chosen:
    """The example of the form's fields `due` and `amount`; the usual one when they are not sent."""
    usual = max(today + AHEAD, procedure.valid_from)
    last = usual + FARTHEST
    amount = fields.get("amount", "").strip() or format_kronor(AMOUNT_ORE).removesuffix(",00")
    due = fields.get("due", "").strip() or usual.isoformat()
    errors: dict[str, str] = {}
    day = _day(due)
    if day is None or not procedure.valid_from <= day <= last:
        days = {"first": procedure.valid_from, "last": last, "day": usual}
        errors["due"] = say("example.error.due", language=language, **days)
    amount_ore = _amount_ore(amount)
    if amount_ore is None:
        most = format_kronor(MOST_ORE, language=language)[:-3]
        errors["amount"] = say("example.error.amount", language=language, most=most)
    told = None
    if day is not None and amount_ore is not None and not errors:
        example = Example(due_date=day, amount_ore=amount_ore)
        try:
            told = timeline(procedure, policy, example=example, language=language)
        except Refused as refusal:
            errors["all"] = str(refusal) if language == "en" else refusal.swedish_text()
    return Chosen(due=due, amount=amount, errors=errors, usual_due=usual.isoformat(), timeline=told)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _amount_ore(text: str) -> int | None:
    try:
        amount_ore = parse_kronor(text)
    except Refused:
        return None
    return amount_ore if 0 < amount_ore <= MOST_ORE else None
