"""The values of the page about the law: each national value as it is today, and as it was.

    law_values(today=date(2026, 11, 22), language="sv")[0].now.value  -> "2,00 %"

The one rule: what is not verified is said beside the value, and what ends soon is said first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reskontra.domain.calendar import Span, Unit
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.rate import decimal_number, percent_text
from reskontra.domain.texts import Reference
from reskontra.office import house
from reskontra.office.wording import say
from reskontra.policy import review_law
from reskontra.policy.build_law import last_day
from reskontra.policy.law_file import READERS, WHOLE, DatedValueFile, LawFile
from reskontra.policy.review_law import Remark
from reskontra.policy.telling.times import span_words
from reskontra.policy.telling.voice import Voice, voice_of

_MONTHS_IN_A_YEAR = 12
_NO_ORE = (",00", ".00")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """One value from its day, in words."""

    valid_from: str
    value: str
    source: Reference
    confirmed: str
    doubt: str
    """Why it is not verified; empty when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueWords:
    """A national value in words."""

    name: str
    heading: str
    now: DatedWords | None
    """What holds today."""
    last_day: str
    """Until when it is known to hold; empty when it has no end."""
    others: tuple[DatedWords, ...]
    """Those that came before or come later, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A value that somebody should look at, and why."""

    name: str
    heading: str
    why: str


def law_values(*, today: date, language: str) -> tuple[ValueWords, ...]:
    """Every national value, in the order that people read them."""
    voice = _voice(today, language)
    return tuple(_value(name, file, today, voice) for name, file in house.law_files().items())


def to_look_at(*, today: date, language: str) -> dict[str, list[Look]]:
    """What to look at, by why: `ending`, `unconfirmed`, `unverified`; each may be empty."""
    files = house.law_files()
    remarks = {
        "ending": review_law.ending(files, today=today),
        "unconfirmed": review_law.unconfirmed(files, today=today),
        "unverified": review_law.unverified(files),
    }
    voice = _voice(today, language)
    return {why: list(_looks(found, voice)) for why, found in remarks.items()}


def _looks(remarks: Iterator[Remark], voice: Voice) -> Iterator[Look]:
    """Each value once, with its latest remark."""
    latest = {remark.file: remark for remark in remarks}
    for remark in latest.values():
        name = remark.file.removeprefix("law/").removesuffix(".yaml")
        file = house.law_files()[name]
        yield Look(
            name=name,
            heading=voice.of(file.description.texts()),
            why=voice.of(remark.why.texts()),
        )


def _voice(today: date, language: str) -> Voice:
    procedure = house.municipality().procedures[0]
    return voice_of(procedure, house.policy(), day=today, language=language)


def _value(name: str, file: LawFile, today: date, voice: Voice) -> ValueWords:
    begun = [day for day in file.values if date.fromisoformat(day) <= today]
    until = last_day(file)
    in_time = begun and (until is None or today <= until)
    current = begun[-1] if in_time else ""
    return ValueWords(
        name=name,
        heading=voice.of(file.description.texts()),
        now=_dated(file, current, voice) if current else None,
        last_day=voice.date(until) if until else "",
        others=tuple(_dated(file, day, voice) for day in reversed(file.values) if day != current),
    )


def _dated(file: LawFile, day: str, voice: Voice) -> DatedWords:
    dated = file.values[day]
    return DatedWords(
        valid_from=voice.date(date.fromisoformat(day)),
        value=value_words(file, dated, voice),
        source=dated.reference.reference(),
        confirmed=voice.date(dated.confirmed),
        doubt=voice.of(dated.doubt.texts()) if dated.doubt else "",
    )


def value_words(file: LawFile, dated: DatedValueFile, voice: Voice) -> str:
    """A value with its unit; one with parts as "konsument: 3 år, annan: 10 år"."""
    read, _ = READERS[file.unit]
    found = {part: _in_unit(read(text), file, voice) for part, text in dated.value.items()}
    return ", ".join(
        said if part == WHOLE else f"{say(f'part.{part}', language=voice.language)}: {said}"
        for part, said in found.items()
    )


def _in_unit(value: object, file: LawFile, voice: Voice) -> str:
    language = voice.language
    match value:
        case int():
            amount = format_kronor(value, language=language)
            whole = amount[:-3] if amount.endswith(_NO_ORE) else amount
            return f"{whole}{NO_BREAK_SPACE}kr"
        case Fraction() if file.unit == "percentage points":
            number = decimal_number(value, decimals=2, language=language).rstrip("0").rstrip(",.")
            return say("points", language=language, number=number)
        case Fraction():
            return percent_text(value, language=language)
        case Span(unit=Unit.MONTHS) if value.count % _MONTHS_IN_A_YEAR == 0:
            years = value.count // _MONTHS_IN_A_YEAR
            return say("year" if years == 1 else "years", language=language, count=years)
        case Span():
            return span_words(value, voice)
        case _:
            return str(value)
