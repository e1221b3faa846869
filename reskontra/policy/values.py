"""The small values that policy files are made of, each with its check and its JSON Schema.

    "2 256 kr"        -> 225600 öre
    "7 working days"  -> Span(7, working days)
    "4,50 %"          -> Fraction(9, 2)
    "each monday"     -> Schedule
    {sv: Hyra, en: Rent} -> Texts

The one rule: a value is checked here, once, and the published schema is made from the same line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    InstanceOf,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from reskontra.domain.calendar import Span
from reskontra.domain.identity import IdentityKind, parse_bankgiro, parse_identity_number
from reskontra.domain.money import parse_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.schedule import Schedule
from reskontra.domain.texts import Reference, Texts
from reskontra.domain.waiting import Waiting

WRONG = "policy_value"
"""The type of the errors raised here; their context has `allowed`."""

AMOUNT_ALLOWED = "an amount like '60 kr' or '2 256 kr'"
SPAN_ALLOWED = (
    "a period like '7 working days', '1 banking day', '14 days', '4 weeks' or '18 months'"
)
WAITING_ALLOWED = (
    "a time like '7 working days', 'later of 7 days and 5 banking days' or '3 days before'"
)
SCHEDULE_ALLOWED = (
    "days like 'each month on the 15th', 'each month on the last banking day', "
    "'each quarter on the 1st', 'each monday', 'each monday of weeks 8, 21' or "
    "'on 2025-03-31, 2025-06-30'"
)
PERCENT_ALLOWED = "a rate like '4,50 %'"
POINTS_ALLOWED = "percentage points like '8 points'"
RATE_ALLOWED = (
    "'law', 'capital', 'reference plus 6 points', or a rate of one's own: flat, with its days"
)
BANKGIRO_ALLOWED = "a bankgiro number of 7 or 8 digits with a right check digit"
ORGANIZATION_ALLOWED = "an organization number like '212000-0142' with a right check digit"

_AMOUNT = re.compile(r"(.+) kr")
_PERCENT = re.compile(r"(-?[0-9]{1,3}(?:,[0-9]{1,3})?) %")
_REFERENCE = "reference plus "
_POINTS = re.compile(r"([0-9]{1,3}(?:,[0-9]{1,3})?) points?")
_ORGANIZATION = re.compile(r"[0-9]{6}-[0-9]{4}")


class FileModel(BaseModel):
    """Something that a file may say: nothing else, nothing of another type."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True
    )


def wrong(allowed: str) -> PydanticCustomError:
    """The error that says what is allowed instead."""
    return PydanticCustomError(WRONG, "allowed: {allowed}", {"allowed": allowed})


def parse_amount(text: str) -> int:
    """Öre from '2 256 kr'; refuses amounts below zero or without 'kr'."""
    match = _AMOUNT.fullmatch(text)
    ore = parse_kronor(match[1]) if match else -1
    if ore < 0:
        raise ValueError
    return ore


def parse_percent(text: str) -> Fraction:
    """Per cent a year from '4,50 %'; may be below zero."""
    return _fraction(_PERCENT, text)


def parse_points(text: str) -> Fraction:
    """Percentage points from '8 points'."""
    return _fraction(_POINTS, text)


def parse_rate_word(text: str) -> str | Fraction:
    """`law` or `capital` as they are; the points of 'reference plus 6 points'."""
    if text in ("law", "capital"):
        return text
    if not text.startswith(_REFERENCE):
        raise ValueError
    return parse_points(text.removeprefix(_REFERENCE))


def _fraction(pattern: re.Pattern[str], text: str) -> Fraction:
    match = pattern.fullmatch(text)
    if match is None:
        raise ValueError
    return Fraction(match[1].replace(",", "."))


def _bankgiro(text: str) -> str:
    if "-" not in text:
        raise ValueError
    return parse_bankgiro(text)


def _organization_number(text: str) -> str:
    if (
        not _ORGANIZATION.fullmatch(text)
        or parse_identity_number(text).kind is not IdentityKind.ORGANIZATION
    ):
        raise ValueError
    return text


def _parsed(parse: Callable[[str], Any], allowed: str) -> BeforeValidator:
    """A validator that turns a refusal of `parse` into an error that says what is allowed."""

    def check(value: object) -> object:
        if not isinstance(value, str):
            raise wrong(allowed)
        try:
            return parse(value)
        except (ValueError, Refused):
            raise wrong(allowed) from None

    return BeforeValidator(check)


def _text_schema(pattern: str, allowed: str) -> WithJsonSchema:
    """The schema of a text with a form; editors show the message when the form is another."""
    examples = re.findall("'([^']+)'", allowed)
    schema = {"type": "string", "pattern": pattern, "patternErrorMessage": f"Allowed: {allowed}"}
    return WithJsonSchema(schema | ({"examples": examples} if examples else {}))


_SPAN = r"[0-9]{1,4} ((working |banking )?days?|weeks?|months?)"
_BEFORE = r"[0-9]{1,4} ((working |banking )?days?|weeks?) before"
_ORDINAL = r"([1-9]|[12][0-9]|3[01])(st|nd|rd|th)"
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_WEEK = "([1-9]|[1-4][0-9]|5[0-2])"

Ore = Annotated[
    int,
    _parsed(parse_amount, AMOUNT_ALLOWED),
    _text_schema(r"^[0-9]{1,3}( ?[0-9]{3})*(,[0-9]{2})? kr$", AMOUNT_ALLOWED),
]
Percent = Annotated[
    Fraction,
    _parsed(parse_percent, PERCENT_ALLOWED),
    _text_schema(r"^-?[0-9]{1,3}(,[0-9]{1,3})? %$", PERCENT_ALLOWED),
]
RateWord = Annotated[
    str | Fraction,
    _parsed(parse_rate_word, RATE_ALLOWED),
    _text_schema(r"^(law|capital|reference plus [0-9]{1,3}(,[0-9]{1,3})? points?)$", RATE_ALLOWED),
]
"""A rate in one word, or so many points above the reference rate."""
Period = Annotated[
    Span,
    InstanceOf(),
    _parsed(Span.parse, SPAN_ALLOWED),
    _text_schema(f"^{_SPAN}$", SPAN_ALLOWED),
]
"""How long something is."""
Wait = Annotated[
    Waiting,
    InstanceOf(),
    _parsed(Waiting.parse, WAITING_ALLOWED),
    _text_schema(f"^({_SPAN}|{_BEFORE}|(later|earlier) of {_SPAN} and {_SPAN})$", WAITING_ALLOWED),
]
"""How long after another day, by one clock or two."""
Days = Annotated[
    Schedule,
    InstanceOf(),
    _parsed(Schedule.parse, SCHEDULE_ALLOWED),
    _text_schema(
        f"^(each (month|quarter) on the ({_ORDINAL}|last( banking)? day)"
        f"|each (mon|tues|wednes|thurs|fri|satur|sun)day( of weeks? {_WEEK}(, {_WEEK})*)?"
        f"|on {_ISO}(, {_ISO})*)$",
        SCHEDULE_ALLOWED,
    ),
]
"""The only days on which something is done."""
Bankgiro = Annotated[
    str,
    _parsed(_bankgiro, BANKGIRO_ALLOWED),
    _text_schema(r"^[0-9]{3,4}-[0-9]{4}$", BANKGIRO_ALLOWED),
]
OrganizationNumber = Annotated[
    str,
    _parsed(_organization_number, ORGANIZATION_ALLOWED),
    _text_schema(r"^[0-9]{6}-[0-9]{4}$", ORGANIZATION_ALLOWED),
]
Text = Annotated[str, StringConstraints(min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A name of our own: small letters, digits and underscores."""


def _day(value: object) -> object:
    if not isinstance(value, date):
        raise wrong("a day like 2024-01-18")
    return value


Day = Annotated[date, BeforeValidator(_day)]


def _iso_day(value: object) -> object:
    text = str(value)
    try:
        if date.fromisoformat(text).isoformat() == text:
            return value
    except ValueError:
        pass
    raise wrong("a day like 2024-01-18")


DayKey = Annotated[str, StringConstraints(pattern=f"^{_ISO}$"), BeforeValidator(_iso_day)]
"""A day that a value holds from, as the key of the value."""


def _shape(value: object) -> str:
    return KEYS if isinstance(value, dict | BaseModel) else WORD


BY_SHAPE = Discriminator(_shape)
WORD, KEYS = "(word)", "(keys)"
"""The two ways to write a value that is often one word: `law`, or `{flat: ...}`."""


class TextsFile(FileModel):
    """One thing said in both languages."""

    sv: Text
    """In Swedish."""
    en: Text
    """In English."""

    def texts(self) -> Texts:
        """As the domain has it."""
        return Texts(sv=self.sv, en=self.en)


class ReferenceFile(FileModel):
    """Where a rule comes from."""

    title: Text
    """The law and section, the decision, or the page."""
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    """Where it can be read."""

    def reference(self) -> Reference:
        """As the domain has it."""
        return Reference(title=self.title, url=self.url or "")
