"""Values of any class of rules, and every way in which one thing in them can be another.

    any_value(Fee)                  -> a Fee with something in every field
    for way, other in variants(Fee, fee): ...   each unlike `fee` in one place

The one rule: both follow the classes' own annotations, so a field that is new tomorrow is there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import count
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated, DatedValue
from reskontra.domain.schedule import Schedule
from reskontra.domain.waiting import Waiting

Hint = Any
Value = Any
DAY = date(2030, 5, 3)
NUMBERS = count(1)
WAITINGS = (
    "3 days",
    "3 days before",
    "later of 3 days and 4 banking days",
    "earlier of 3 days and 4 banking days",
)
SCHEDULES = (
    "each month on the 15th",
    "each quarter on the 15th",
    "each month on the last banking day",
    "each monday",
    "each monday of weeks 8, 21",
    "on 2030-05-03",
)

ATOMS: dict[Hint, tuple[object, ...]] = {
    bool: (True, False),
    int: (3, 4),
    str: ("north", "south"),
    date: (DAY, DAY + timedelta(days=1)),
    Fraction: (Fraction(7, 2), Fraction(9, 2)),
    Span: (Span.parse("3 days"), Span.parse("4 banking days"), Span.parse("4 days")),
    Waiting: tuple(Waiting.parse(text) for text in WAITINGS),
    Schedule: tuple(Schedule.parse(text) for text in SCHEDULES),
}
"""The values that are whole in themselves: the first is used, the others are variants of it."""


def any_value(hint: Hint) -> Value:
    """A value of this type with something in every field."""
    if hint in ATOMS:
        return ATOMS[hint][0]
    origin: Hint = get_origin(hint)
    inside = get_args(hint)
    if origin is frozenset:
        return frozenset({any_value(inside[0])})
    if origin is tuple:
        return tuple(any_value(each) for each in inside if each is not Ellipsis)
    if origin is dict:
        return {"north": any_value(inside[1])}
    if _is_optional(hint):
        return any_value(_some(hint))
    if origin in (Union, UnionType):
        return any_value(inside[-1])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    if origin is Dated:
        value = DatedValue(
            valid_from=DAY, value=any_value(inside[0]), reference="1 §", confirmed=DAY
        )
        return Dated(name=f"own_{next(NUMBERS)}", values=(value,), confirmed_until=DAY)
    return hint(**{name: any_value(each) for name, each in fields_of(hint)})


def variants(hint: Hint, value: Value) -> Iterator[tuple[str, Value]]:
    """(where, what) for every value that is unlike `value` in one place."""
    if hint in ATOMS:
        yield from (("", each) for each in ATOMS[hint] if each != value)
        return
    origin: Hint = get_origin(hint)
    inside = get_args(hint)
    if _is_optional(hint):
        yield " gone", None
        yield from variants(_some(hint), value)
    elif origin in (Union, UnionType):
        yield from _other_kinds(inside, value)
    elif origin is frozenset:
        yield from (
            (" member", frozenset({other})) for _, other in variants(inside[0], _one(value))
        )
        yield " empty", frozenset()
    elif origin is tuple:
        yield from _of_tuple(inside, value)
    elif origin is dict:
        yield from _of_dict(inside[1], value)
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        yield from (("", each) for each in hint if each is not value)
    else:
        for name, each in fields_of(hint):
            for where, other in variants(each, getattr(value, name)):
                yield f".{name}{where}", dataclasses.replace(value, **{name: other})


def fields_of(hint: Hint) -> Iterator[tuple[str, Hint]]:
    """The fields of a class, with their types; a generic one's own type put in."""
    of: Hint = get_origin(hint) or hint
    hints = get_type_hints(of)
    for field in dataclasses.fields(of):
        found = hints[field.name]
        yield field.name, _filled(found, get_args(hint)) if get_args(hint) else found


def classes(hint: Hint, found: set[type] | None = None) -> set[type]:
    """Every class of rules, and every set of words, that the type leads to."""
    found = set() if found is None else found
    of: Hint = get_origin(hint) or hint
    for each in get_args(hint):
        if isinstance(each, type) or get_args(each):
            classes(each, found)
    if not isinstance(of, type) or of in found or of in ATOMS:
        return found
    if issubclass(of, StrEnum):
        found.add(of)
    elif dataclasses.is_dataclass(of):
        found.add(of)
        for _, each in fields_of(of):
            classes(each, found)
    return found


def _of_tuple(inside: tuple[Hint, ...], value: Value) -> Iterator[tuple[str, Value]]:
    if inside[-1] is not Ellipsis:
        for place, each in enumerate(inside):
            for where, other in variants(each, value[place]):
                yield f"[{place}]{where}", (*value[:place], other, *value[place + 1 :])
        return
    for where, other in variants(inside[0], value[0]):
        yield f"[0]{where}", (other, *value[1:])
    within: Hint = get_origin(inside[0])
    if within is not DatedValue:
        yield " empty", ()


def _of_dict(hint: Hint, value: Value) -> Iterator[tuple[str, Value]]:
    (key,) = value
    yield " empty", {}
    yield " more", {**value, "south": value[key]}
    for where, other in variants(hint, value[key]):
        yield f"[{key}]{where}", {key: other}


def _other_kinds(inside: tuple[Hint, ...], value: Value) -> Iterator[tuple[str, Value]]:
    for each in inside:
        if isinstance(value, each):
            yield from variants(each, value)
        else:
            yield f" {each.__name__}", any_value(each)


def _filled(hint: Hint, arguments: tuple[Hint, ...]) -> Hint:
    """The type with the generic class's own in its place."""
    if isinstance(hint, TypeVar):
        return arguments[0]
    if any(isinstance(each, TypeVar) for each in getattr(hint, "__parameters__", ())):
        return hint[arguments[0]]
    return hint


def _is_optional(hint: Hint) -> bool:
    origin: Hint = get_origin(hint)
    return origin in (Union, UnionType) and NoneType in get_args(hint)


def _some(hint: Hint) -> Hint:
    """What an optional value is when there is one."""
    some = [each for each in get_args(hint) if each is not NoneType]
    return some[0] if len(some) == 1 else Union[tuple(some)]  # noqa: UP007


def _one(members: frozenset[Value]) -> Value:
    (member,) = members
    return member
