"""What the telling of a procedure is made of: plain values that a page or a terminal places.

    Told(title="Granviks Vatten AB: water", sections=(Section(...), ...), steps=(Section(...), ...))

The one rule: every text here is whole and in the reader's language; nothing is left to look up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what is said under it, a sentence each."""

    name: str
    """What the rules call it: a step's name, or the key in the file."""
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A procedure in words."""

    title: str
    sections: tuple[Section, ...]
    """What it concerns, and on what terms."""
    steps: tuple[Section, ...]
    """Each step, in the procedure's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step of the example: on what day at the earliest, and what it means then."""

    name: str
    label: str
    day: date | None
    """None when no day can be told beforehand; `when` says why."""
    when: str
    what: str
    pay_by: date | None
    pay_by_words: str
    """"betala senast 27 april 2026"; empty when there is no such day."""
    cost: str
    conditions: tuple[str, ...]
    """What the example does not meet, and what a person must find; empty when it just comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What the procedure comes to for an example invoice that nobody pays."""

    heading: str
    example: str
    """The invoice in words."""
    rows: tuple[Row, ...]
    """In order of day; those without a day last."""
    remarks: tuple[str, ...]
    """Interest a day, and what had to be assumed."""
