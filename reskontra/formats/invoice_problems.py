"""What was wrong in one line of an invoice file, in words: found and allowed, in both languages.

    line 14: lines[2].amount_ore
      found:   '300.00'
      allowed: a whole number

The one rule: no personal identity number is ever repeated whole, wherever it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reskontra.domain.identity import mask_digits
from reskontra.formats.invoice_records import (
    CODE_PATTERN,
    FACILITY_CODE_PATTERN,
    FACILITY_PATTERN,
    NUMBER_PATTERN,
    SHARE_PATTERN,
    TEXT_PATTERN,
)
from reskontra.formats.problems import Problem

_LONGEST_FOUND = 60
INVOICE_RECORDS = ("invoice", "credit", "withdrawal")
_LIKE_A_PERSON = re.compile(r"(?:18|19|20)?[0-9]{6}[-+ ]?[0-9]{4}")
_IDENTITY_FIELDS = frozenset({"identity_number"})
_NOTHING = "–"
_UNION_TAG = frozenset({"union_tag_not_found", "union_tag_invalid"})

_FACILITY = (
    "at most 40 letters, digits, blanks and / _ . -, a letter or digit first",
    "högst 40 bokstäver, siffror, blanksteg och / _ . -, först en bokstav eller siffra",
)
_ALLOWED_TEXT = {
    CODE_PATTERN: (
        "1 to 50 small letters, digits and _, a letter first",
        "1 till 50 små bokstäver, siffror och _, först en bokstav",
    ),
    NUMBER_PATTERN: (
        "1 to 30 letters, digits and / _ -, a letter or digit first",
        "1 till 30 bokstäver, siffror och / _ -, först en bokstav eller siffra",
    ),
    FACILITY_PATTERN: _FACILITY,
    FACILITY_CODE_PATTERN: _FACILITY,
    SHARE_PATTERN: ("a fraction like 1/2", "ett bråk som 1/2"),
    TEXT_PATTERN: (
        "a text on one line, with no blank last",
        "en text på en rad, utan blanksteg sist",
    ),
}

# By pydantic's name of the error; {…} are its own values.
_ALLOWED = {
    "missing": ("this field", "att fältet finns"),
    "extra_forbidden": ("no field of this name", "inget fält med det namnet"),
    "string_type": ("a text", "en text"),
    "string_too_long": ("at most {max_length} characters", "högst {max_length} tecken"),
    "int_type": ("a whole number", "ett heltal"),
    "int_from_float": ("a whole number", "ett heltal"),
    "bool_type": ("true or false", "true eller false"),
    "date_type": ("a date like 2025-03-31", "ett datum som 2025-03-31"),
    "date_parsing": ("a date like 2025-03-31", "ett datum som 2025-03-31"),
    "date_from_datetime_parsing": ("a date like 2025-03-31", "ett datum som 2025-03-31"),
    "literal_error": ("{expected}", "{expected}"),
    "tuple_type": ("a list", "en lista"),
    "too_short": ("at least {min_length}", "minst {min_length}"),
    "too_long": ("at most {max_length}", "högst {max_length}"),
    "model_type": ("an object", "ett objekt"),
    "dict_type": ("an object", "ett objekt"),
    "model_attributes_type": ("an object", "ett objekt"),
    "greater_than_equal": ("{ge} or more", "{ge} eller mer"),
    "less_than_equal": ("{le} or less", "{le} eller mindre"),
    "ocr_number": (
        "2 to 25 digits with a right check digit",
        "2 till 25 siffror med rätt kontrollsiffra",
    ),
    "identity_number": (
        "12 digits for a person, 10 for an organization, with a right check digit",
        "12 siffror för en person, 10 för en organisation, med rätt kontrollsiffra",
    ),
    "file_name": (
        "the name of a PDF beside the file, without a folder",
        "namnet på en PDF bredvid filen, utan mapp",
    ),
    "json_invalid": ("a JSON object on one line", "ett JSON-objekt på en rad"),
}


def problems_of(
    error: ValidationError, *, line: int, records: Sequence[str] = INVOICE_RECORDS
) -> Iterator[Problem]:
    """Everything that is wrong in one line; `records` are the kinds that the file may hold."""
    every = error.errors(include_url=False)
    for details in every:
        if details["type"] == "too_short" and _is_only_an_echo(details, every):
            continue
        english, swedish = _allowed(details, records)
        yield Problem(
            line=line,
            field=_place(details["loc"], records),
            found=_found(details),
            allowed=english,
            allowed_swedish=swedish,
        )


def _is_only_an_echo(details: ErrorDetails, every: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because wrong items in it do not count."""
    way = details["loc"]
    return any(other["loc"][: len(way)] == way and other["loc"] != way for other in every)


def _allowed(details: ErrorDetails, records: Sequence[str]) -> tuple[str, str]:
    if details["type"] in _UNION_TAG:
        english, swedish = _one_of(records, "or"), _one_of(records, "eller")
        if details["type"] == "union_tag_invalid":
            return english, swedish
        return f"a field record: {english}", f"ett fält record: {swedish}"
    values = details.get("ctx", {})
    words = _ALLOWED_TEXT.get(values.get("pattern", "")) or _ALLOWED.get(details["type"])
    if words is None:
        return details["msg"], details["msg"]
    english, swedish = words
    return english.format_map(values), swedish.format_map(values)


def _one_of(words: Sequence[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _place(way: tuple[int | str, ...], records: Sequence[str]) -> str:
    """The way to a field: lines[2].amount_ore, lists counted from 1."""
    place = ""
    for part in way[1:] if way and way[0] in records else way:
        if isinstance(part, int):
            place += f"[{part + 1}]"
        else:
            place += f".{_without_persons(part)}" if place else _without_persons(part)
    return place or "the record"


def _found(details: ErrorDetails) -> str:
    kind, value = details["type"], details["input"]
    if kind in {"missing", "union_tag_not_found"}:
        return _NOTHING
    if kind == "json_invalid":
        error = str(details.get("ctx", {}).get("error", ""))
        return error.replace(" at line 1 column", ", character")
    if kind == "union_tag_invalid":
        value = details.get("ctx", {}).get("tag", "")
    field = details["loc"][-1] if details["loc"] else ""
    if field in _IDENTITY_FIELDS and isinstance(value, str):
        value = mask_digits(value)
    return _without_persons(_shown(value))


def _shown(value: object) -> str:
    """The value as found; of lists and objects only the signs, for anything may be in them."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = repr(value)
    return text if len(text) <= _LONGEST_FOUND else f"{text[:_LONGEST_FOUND]}…"


def _without_persons(text: str) -> str:
    return _LIKE_A_PERSON.sub(lambda match: mask_digits(match[0]), text)
