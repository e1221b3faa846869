"""Two values side by side, field by field, down to what differs.

    Step(wait=7 working days), Step(wait=5 working days)
    -> Change(way=("wait",), how=CHANGED, before=7 working days, after=5 working days)

The one rule: nothing is left out but what is said to be told elsewhere. Lists whose members have
names are compared name by name, so that one step more does not change all that come after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reskontra.domain.calendar import Span
from reskontra.domain.campaign import Campaign
from reskontra.domain.dated import Dated, DatedValue
from reskontra.domain.rules import Department, Procedure
from reskontra.domain.schedule import Schedule
from reskontra.domain.step import Anchor, CourseRow, Need, Step
from reskontra.domain.terms import AuthorityCost, Grant
from reskontra.domain.waiting import Waiting
from reskontra.domain.water_work import Tariff


class How(StrEnum):
    """What has become of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """It stands in another place of its list."""


@dataclass(frozen=True, slots=True)
class At:
    """A field of a class of rules."""

    of: str
    """The class."""
    field: str


@dataclass(frozen=True, slots=True)
class Named:
    """One of several in a list, by its own name."""

    name: str
    of: str
    """What it is: a Step, a Grant …; `dict` for what a file keeps by name alone."""


Way = tuple[At | Named, ...]
"""The fields that lead to a value, and the names of the members on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs, and where."""

    way: Way
    how: How
    before: object = None
    after: object = None


ATOMS = (Span, Waiting, Schedule)
"""Values that are said whole, though they are made of fields."""

NAMES: Mapping[type, Callable[[object], str]] = {
    Anchor: lambda each: str(getattr(each, "after", "")),
    AuthorityCost: lambda each: str(getattr(each, "kind", "")),
    Campaign: lambda each: str(getattr(each, "name", "")),
    CourseRow: lambda each: str(getattr(each, "course", "")),
    DatedValue: lambda each: str(getattr(each, "valid_from", "")),
    Department: lambda each: str(getattr(each, "code", "")),
    Grant: lambda each: str(getattr(each, "role", "")),
    Need: lambda each: str(getattr(each, "clearance", "")),
    Step: lambda each: str(getattr(each, "name", "")),
    Tariff: lambda each: str(getattr(each, "first_day", "")),
}
"""By what name a member of a list is known in both policies."""

TOLD_APART: Mapping[type, frozenset[str]] = {
    Procedure: frozenset({"name", "valid_from", "file", "digest", "text"}),
    Campaign: frozenset({"file", "digest"}),
    Step: frozenset({"ordinal"}),
    DatedValue: frozenset({"valid_from"}),
    Tariff: frozenset({"first_day"}),
}
"""Fields that are told in another way: a file's bytes, a version's day, a place in a list."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A comparison of two values; `known` names the dated values that are told of elsewhere."""

    known: frozenset[str] = frozenset()

    def changes(self, before: object, after: object, way: Way = ()) -> Iterator[Change]:
        """Everything that differs, in the order of the fields."""
        if before == after or self._told_elsewhere(before, after):
            return
        match before, after:
            case (dict(), dict()):
                yield from self._members(before, after, way, of=dict)
            case (tuple(), tuple()) if (of := _kind(before, after)) is not None:
                some, others = _by_name(before, of), _by_name(after, of)
                yield from self._members(some, others, way, of=of)
                yield from _moved(list(some), list(others), way, of)
            case _ if type(before) is type(after) and is_dataclass(before):
                yield from self._fields(before, after, way)
            case _:
                yield Change(way=way, how=How.CHANGED, before=before, after=after)

    def _told_elsewhere(self, before: object, after: object) -> bool:
        return (
            isinstance(before, Dated)
            and isinstance(after, Dated)
            and before.name == after.name
            and before.name in self.known
        )

    def _fields(self, before: object, after: object, way: Way) -> Iterator[Change]:
        if isinstance(before, ATOMS):
            yield Change(way=way, how=How.CHANGED, before=before, after=after)
            return
        assert is_dataclass(before)
        apart = TOLD_APART.get(type(before), frozenset())
        for field in fields(before):
            if field.name not in apart:
                there = (*way, At(type(before).__name__, field.name))
                values = getattr(before, field.name), getattr(after, field.name)
                yield from self.changes(*values, there)

    def _members(
        self, before: Mapping[str, object], after: Mapping[str, object], way: Way, *, of: type
    ) -> Iterator[Change]:
        for name in (*before, *(each for each in after if each not in before)):
            there = (*way, Named(name, of.__name__))
            if name not in after:
                yield Change(way=there, how=How.REMOVED, before=before[name])
            elif name not in before:
                yield Change(way=there, how=How.ADDED, after=after[name])
            else:
                yield from self.changes(before[name], after[name], there)


def _kind(before: tuple[object, ...], after: tuple[object, ...]) -> type | None:
    """What both lists are made of, when their members have names."""
    kinds = {type(each) for each in (*before, *after)}
    return next(iter(kinds)) if len(kinds) == 1 and kinds <= set(NAMES) else None


def _by_name(members: Sequence[object], of: type) -> dict[str, object]:
    """The members by name; a second one of the same name is numbered."""
    found: dict[str, object] = {}
    for each in members:
        name = wanted = NAMES[of](each)
        number = 1
        while name in found:
            number += 1
            name = f"{wanted} ({number})"
        found[name] = each
    return found


def _moved(before: list[str], after: list[str], way: Way, of: type) -> Iterator[Change]:
    """The members that both lists have, and that stand in another order."""
    some = [name for name in before if name in after]
    others = [name for name in after if name in before]
    kept: set[str] = set()
    for block in SequenceMatcher(a=some, b=others, autojunk=False).get_matching_blocks():
        kept |= set(some[block.a : block.a + block.size])
    for name in others:
        if name not in kept:
            place = (str(before.index(name) + 1), str(after.index(name) + 1))
            there = (*way, Named(name, of.__name__))
            yield Change(way=there, how=How.MOVED, before=place[0], after=place[1])
