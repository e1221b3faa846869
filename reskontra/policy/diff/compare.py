"""Two policies compared: what the law's values, the kinds, and each creditor's rules become.

    water, valid from 2020-01-01            water, valid from 2020-01-01, and from 2027-01-01
    -> a new version, compared with the one before it: claims due from 2027-01-01 follow it

The one rule: a version that has come into force should not be edited; where one is, it is told
as a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from reskontra.domain.dated import Dated
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.policy.diff.walk import At, Change, How, Walk

PROCEDURES = "procedures"
Key = tuple[str, date]
"""A version of a procedure: its name, and from when it is valid."""


class Warned(StrEnum):
    """What a person must know of a change before deciding on it."""

    EDITED = "edited"
    """A version in force has other words."""
    TAKEN_AWAY = "taken_away"
    """A version in force is gone."""
    BACKDATED = "backdated"
    """A version is new, and its day has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """What has become of one version of a procedure."""

    how: How
    before: Procedure | None
    """What it is compared with: itself as it was, or the version before it."""
    after: Procedure | None
    changes: tuple[Change, ...]
    warned: Warned | None
    until: date | None
    """The day on which a later version of it takes over."""

    @property
    def version(self) -> Procedure:
        """The version that it is about."""
        version = self.before if self.how is How.REMOVED else self.after
        assert version is not None
        return version

    @property
    def is_later_version(self) -> bool:
        """Whether it is a new version of a procedure that there was."""
        return self.how is How.ADDED and self.before is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditorDiff:
    """What changes for one creditor."""

    code: str
    name: str
    how: How
    changes: tuple[Change, ...]
    """In all but its procedures."""
    versions: tuple[VersionChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDiff:
    """Everything that changes from one policy to the other."""

    before: Policy
    after: Policy
    day: date
    law: tuple[Change, ...]
    kinds: tuple[Change, ...]
    creditors: tuple[CreditorDiff, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.law or self.kinds or self.creditors)


def compare(before: Policy, after: Policy, *, day: date) -> PolicyDiff:
    """What changes when `after` takes the place of `before` on `day`."""
    known = frozenset(
        value.name
        for policy in (before, after)
        for field in fields(policy.law)
        if isinstance(value := getattr(policy.law, field.name), Dated)
    )
    national, walk = Walk(), Walk(known)
    apart = {"law", "creditors"}
    kinds = (field.name for field in fields(before) if field.name not in apart)
    return PolicyDiff(
        before=before,
        after=after,
        day=day,
        law=tuple(national.changes(before.law, after.law)),
        kinds=tuple(
            change
            for name in kinds
            for change in walk.changes(
                getattr(before, name), getattr(after, name), (At("Policy", name),)
            )
        ),
        creditors=tuple(_creditors(before.creditors, after.creditors, walk, day)),
    )


def _creditors(
    before: dict[str, Creditor], after: dict[str, Creditor], walk: Walk, day: date
) -> Iterator[CreditorDiff]:
    for code in (*before, *(each for each in after if each not in before)):
        old, new = before.get(code), after.get(code)
        found = CreditorDiff(
            code=code,
            name=(new or before[code]).name,
            how=How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED,
            changes=tuple(_particulars(old, new, walk)) if old and new else (),
            versions=tuple(
                _versions(old.procedures if old else (), new.procedures if new else (), walk, day)
            ),
        )
        if found.changes or found.versions:
            yield found


def _particulars(before: Creditor, after: Creditor, walk: Walk) -> Iterator[Change]:
    for field in fields(before):
        if field.name != PROCEDURES:
            name = field.name
            there = (At("Creditor", name),)
            yield from walk.changes(getattr(before, name), getattr(after, name), there)


def _versions(
    before: Iterable[Procedure], after: Iterable[Procedure], walk: Walk, day: date
) -> Iterator[VersionChange]:
    old = {key_of(each): each for each in before}
    new = {key_of(each): each for each in after}
    for key in sorted(old.keys() | new.keys()):
        in_force = key[1] <= day
        until = _next_day(key, new)
        if key not in new:
            warned = Warned.TAKEN_AWAY if in_force else None
            yield _version(How.REMOVED, old[key], None, (), warned, until)
        elif key not in old:
            earlier = _version_before(key, new) or _version_before(key, old)
            changes = tuple(walk.changes(earlier, new[key])) if earlier else ()
            warned = Warned.BACKDATED if in_force else None
            yield _version(How.ADDED, earlier, new[key], changes, warned, until)
        else:
            changes = tuple(walk.changes(old[key], new[key]))
            if changes or old[key].digest != new[key].digest:
                edited = in_force and old[key].digest != new[key].digest
                warned = Warned.EDITED if edited else None
                yield _version(How.CHANGED, old[key], new[key], changes, warned, until)


def _version(
    how: How,
    before: Procedure | None,
    after: Procedure | None,
    changes: tuple[Change, ...],
    warned: Warned | None,
    until: date | None,
) -> VersionChange:
    return VersionChange(
        how=how, before=before, after=after, changes=changes, warned=warned, until=until
    )


def key_of(procedure: Procedure) -> Key:
    """What a version is known by."""
    return procedure.name, procedure.valid_from


def _next_day(key: Key, versions: dict[Key, Procedure]) -> date | None:
    name, valid_from = key
    later = (day for each, day in versions if each == name and day > valid_from)
    return min(later, default=None)


def _version_before(key: Key, versions: dict[Key, Procedure]) -> Procedure | None:
    name, valid_from = key
    earlier = [each for each in versions if each[0] == name and each[1] < valid_from]
    return versions[max(earlier)] if earlier else None
