"""A day with its month in words, as letters, pages and rules write it.

    long_day(date(2025, 6, 24), language="sv")  -> "24 juni 2025"

The one rule: a day is kept on one line.
"""

from __future__ import annotations

from datetime import date

from reskontra.domain.texts import Texts

_MONTHS = Texts(
    sv="januari februari mars april maj juni juli augusti september oktober november december",
    en="January February March April May June July August September October November December",
)


def month(day: date, *, language: str) -> str:
    """The name of the month that the day is in."""
    return _MONTHS.say(language).split()[day.month - 1]


def long_day(day: date, *, language: str) -> str:
    """The day, its month in words, and the year."""
    return f"{day.day}\u00a0{month(day, language=language)}\u00a0{day.year}"
