"""Amounts, days and names of rules as a page of the office says them.

kronor(123450, language="sv")     -> "1 234,50 kr"

The one rule: what has a name in the rules is called by it; nothing here invents one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts


def kronor(ore: int, *, language: str) -> str:
    """An amount with its unit."""
    return f"{format_kronor(ore, language=language)}{NO_BREAK_SPACE}kr"


def day(value: date | None) -> str:
    """A day as the office writes it: 2025-04-09; empty when there is none."""
    return "" if value is None else value.isoformat()


def called(names: Mapping[str, Texts], name: str, *, language: str) -> str:
    """What `name` is called; itself, readable, when the rules no longer know it."""
    texts = names.get(name)
    return texts.say(language) if texts else name.replace("_", " ").capitalize()


def refusal(refused: Refused, *, language: str) -> str:
    """The message in the page's language."""
    return str(refused) if language == "en" else refused.swedish_text()
