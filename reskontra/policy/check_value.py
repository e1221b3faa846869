"""What a national value must be: in its unit, with its parts, its days rising, without a gap.

    2003-01-01 after 2002-01-01 in reference_rate.yaml
      -> refused, because the rate is set for each half-year (räntelagen 9 §)

The one rule: what passes here can be counted with on every day from the first one, and a value
that the law sets anew is never carried past its half-year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from reskontra.domain.refusal import Refused
from reskontra.policy.document import Document, Way
from reskontra.policy.law_file import READERS, SHAPES, WHOLE, LawFile
from reskontra.policy.problems import NOTHING, Problem
from reskontra.policy.values import parse_percent

HALF_YEARS = "räntelagen (1975:635) 9 §: the reference rate is set for each half-year"
HALF_POINTS = (
    "räntelagen (1975:635) 9 §: the reference rate is rounded up to the nearest half "
    "percentage point"
)


def check_value(document: Document, law: LawFile) -> Iterator[Problem]:
    """Everything wrong in a national value that its shape does not show."""
    stem = document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    shape = SHAPES[stem]
    if law.value != stem:
        yield document.problem(("value",), found=repr(law.value), allowed=f"{stem}, as the file")
    if law.unit != shape.unit:
        allowed = f"{shape.unit}, which the code counts in"
        yield document.problem(("unit",), found=law.unit, allowed=allowed)
        return
    yield from _days_rise(document, law)
    yield from _parts(document, law, shape.parts)
    yield from _readable(document, law)
    yield from _doubts(document, law)
    yield from _set_anew(document, law, shape.set_anew)


def _days_rise(document: Document, law: LawFile) -> Iterator[Problem]:
    for earlier, later in pairwise(law.values):
        if later < earlier:
            allowed = f"a day after {earlier}: the days rise"
            yield document.problem(("values", later), found=later, allowed=allowed)


def _parts(document: Document, law: LawFile, parts: Iterable[str]) -> Iterator[Problem]:
    for day, dated in law.values.items():
        if set(dated.value) != set(parts):
            way: Way = ("values", day, "value")
            yield document.problem(way, found=_in_words(dated.value), allowed=_in_words(parts))


def _in_words(parts: Iterable[str]) -> str:
    return ", ".join(sorted(set(parts) - {WHOLE})) or "one value"


def _readable(document: Document, law: LawFile) -> Iterator[Problem]:
    read, allowed = READERS[law.unit]
    for day, dated in law.values.items():
        for part, text in dated.value.items():
            way: Way = ("values", day, "value", part) if part else ("values", day, "value")
            try:
                read(text)
            except (ValueError, Refused):
                yield document.problem(way, found=repr(text), allowed=allowed)


def _doubts(document: Document, law: LawFile) -> Iterator[Problem]:
    for day, dated in law.values.items():
        way: Way = ("values", day, "doubt")
        if dated.verified and dated.doubt is not None:
            allowed = "no doubt about a value that is verified, or verified: false"
            yield document.problem(way, found="a doubt", allowed=allowed)
        elif not dated.verified and dated.doubt is None:
            allowed = "why the value is not verified, in both languages"
            yield document.problem(way, found=NOTHING, allowed=allowed)


def _set_anew(document: Document, law: LawFile, expected: str | None) -> Iterator[Problem]:
    if law.set_anew == expected:
        if expected:
            yield from _every_half_year(document, law)
            yield from _half_points(document, law)
    elif expected:
        yield document.problem(("set_anew",), found=NOTHING, allowed=expected, law=HALF_YEARS)
    else:
        allowed = "no such key: the value holds until the law is changed"
        yield document.problem(("set_anew",), found=str(law.set_anew), allowed=allowed)


def _every_half_year(document: Document, law: LawFile) -> Iterator[Problem]:
    days = sorted(date.fromisoformat(day) for day in law.values)
    expected = days[0]
    for day in days:
        way: Way = ("values", day.isoformat())
        if (day.month, day.day) not in ((1, 1), (7, 1)):
            allowed = "1 January or 1 July"
            yield document.problem(way, found=day.isoformat(), allowed=allowed, law=HALF_YEARS)
        elif day > expected:
            found, allowed = f"{day}, with no value from {expected}", f"{expected} first"
            yield document.problem(way, found=found, allowed=allowed, law=HALF_YEARS)
        expected = next_half_year(day)


def _half_points(document: Document, law: LawFile) -> Iterator[Problem]:
    for day, dated in law.values.items():
        for text in dated.value.values():
            try:
                whole = (2 * parse_percent(text)).denominator == 1
            except ValueError:
                continue
            if not whole:
                way: Way = ("values", day, "value")
                allowed = "whole or half per cent, like '2,50 %'"
                yield document.problem(way, found=repr(text), allowed=allowed, law=HALF_POINTS)


def next_half_year(day: date) -> date:
    """The first day of the half-year after the one that `day` lies in."""
    return date(day.year, 7, 1) if day.month < 7 else date(day.year + 1, 1, 1)
