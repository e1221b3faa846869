"""Amounts, days and spans of time, as the page's language says them.

    kronor(123450, language="sv")                    -> "1 234,50"
    day(date(2025, 3, 31), language="en")            -> "31 March 2025"
    span(Span.parse("18 months"), language="sv")     -> "18 månader"

The one rule: what a page shows was made to text here, so templates only place it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from reskontra.domain.calendar import Span
from reskontra.domain.money import format_kronor
from reskontra.portal.wording import say

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def kronor(ore: int, *, language: str) -> str:
    """The amount in kronor, without the unit."""
    return format_kronor(ore, language=language)


def day(value: date, *, language: str) -> str:
    """The day with the month in words, kept together on one line."""
    with translation.override(language):
        return date_format(value, "j F Y").replace(" ", NO_BREAK_SPACE)


def span(value: Span, *, language: str) -> str:
    """A length of time: a number and a unit."""
    unit = value.unit.value.replace(" ", "_")
    name = unit.removesuffix("s") if value.count == 1 else unit
    return say(f"span.{name}", language=language, count=value.count)


def listing(names: Sequence[str], *, language: str) -> str:
    """Names as one phrase: "Granviks kommun och Granviks Vatten AB"."""
    *first, last = names
    if not first:
        return last
    return f"{', '.join(first)} {say('and', language=language)} {last}"
