"""What a line of a story may say of somebody who stands for a party, and reads its letters.

    born Nils 2010-05-01
    represent Nils guardian "Karin Ek"
    represent Cilla special_representative "Bo Lund" until 2025-12-31
    represented no longer Cilla "Bo Lund"
    ? letters of Nils go to "Karin Ek"
    ? letters of Cilla go to "Cilla, copy Bo Lund"

The one rule: the question is about the latest letter, and who it went to when it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.casework import representing as casework
from reskontra.domain.representative import Letters, Representation
from reskontra.domain.representing import readers
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.births import Born
from reskontra.nightly.stories.line import AskedLine, GivenLine
from reskontra.nightly.stories.notation import LetterSent
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import readers as letter_readers
from reskontra.records import representatives

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"
ADDRESS = ("Nygatan 2", "999 12 Granvik")
NOT_WRITTEN = "nobody"
NAME = "ställföreträdare {key}"
"""What `explain` calls a representative: no name of anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Represented(GivenLine):
    """Somebody is registered for a party."""

    name: str
    kind: str
    by: str
    until: date | None

    @property
    def text(self) -> str:
        """As it is written."""
        until = f" until {self.until}" if self.until else ""
        return f'represent {self.name} {self.kind} "{self.by}"{until}'

    def in_values(self, world: Pure, day: date) -> None:
        """From today on; one of a minor ends before the minor comes of age."""
        kind = world.policy.representative_kinds[self.kind]
        last_day, born = self.until, world.cast.born(self.name)
        if kind.of_minors and born is not None:
            of_age = world.policy.law.age_of_majority.on(day).after(born)
            last_day = min(last_day or date.max, of_age - timedelta(days=1))
        party = world.cast.names.index(self.name)
        before = world.nights.party_represented.get(party, ())
        new = Representation(
            kind=self.kind,
            instead=kind.letters is Letters.INSTEAD,
            first_day=day,
            last_day=last_day,
            key=len(before) + 1,
        )
        world.nights.represent(party, (*before, new))
        world.cast.readers[self.name, new.key] = self.by

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person registers it."""
        new = casework.Newcomer(
            party=world.citizen(self.name).party_id,
            kind=self.kind,
            name=self.by,
            address_lines=ADDRESS,
            protected=False,
            first_day=None,
            last_day=self.until,
            reason="",
            by=DECIDED_BY,
        )
        casework.represent(cursor, new, policy=world.policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLonger(GivenLine):
    """Somebody does not stand for the party any more."""

    name: str
    by: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'represented no longer {self.name} "{self.by}"'

    def in_values(self, world: Pure, day: date) -> None:
        """Yesterday was the last day."""
        party, yesterday = world.cast.names.index(self.name), day - timedelta(days=1)
        found = (
            replace(each, last_day=yesterday)
            if world.cast.readers[self.name, each.key] == self.by
            else each
            for each in world.nights.party_represented[party]
        )
        alive = (it for it in found if it.last_day is None or it.last_day >= it.first_day)
        world.nights.represent(party, tuple(alive))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person ends it."""
        party = world.citizen(self.name).party_id
        for each in casework.in_force(cursor, party=party, today=day):
            if each.name == self.by:
                casework.end(cursor, key=each.held.key, reason="", by=DECIDED_BY, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesTo(AskedLine):
    """Who the latest letter to a party went to."""

    name: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'? letters of {self.name} go to "{self.said}"'

    def from_values(self, world: Pure, today: date) -> GoesTo:
        """As who stands for the party says, on the day of its latest letter."""
        days = [
            day for day, did in world.did() if isinstance(did, LetterSent) and did.name == self.name
        ]
        if not days:
            return replace(self, said=NOT_WRITTEN)
        party = world.cast.names.index(self.name)
        now = readers(world.nights.party_represented.get(party, ()), day=days[-1])
        found = [(world.cast.readers[self.name, each.key], each.instead) for each in now]
        return self._answered(found)

    def from_rows(self, world: ThroughDatabase, today: date) -> GoesTo:
        """As the letter's rows say."""
        party = world.citizen(self.name).party_id
        with connections["default"].cursor() as cursor:
            key = letter_readers.latest_letter_to(cursor, party)
            if key is None:
                return replace(self, said=NOT_WRITTEN)
            found = letter_readers.of_letters(cursor, [key]).get(key, ())
        return self._answered([(each.name, each.instead) for each in found])

    def _answered(self, found: Iterable[tuple[str, bool]]) -> GoesTo:
        """The party itself, unless somebody gets it instead; then the copies."""
        every = list(found)
        to = [name for name, instead in every if instead] or [self.name]
        copies = [f"copy {name}" for name, instead in every if not instead]
        return replace(self, said=", ".join([*to, *copies]))


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    for each in representatives.history(rows.cursor, list(rows.names)):
        name, by = rows.names[each.party], NAME.format(key=each.key)
        yield (
            each.first_day,
            Represented(name=name, kind=each.kind, by=by, until=each.last_day),
        )
        if each.ended_last_day is not None:
            ended = max(each.ended_last_day + timedelta(days=1), each.first_day)
            yield ended, NoLonger(name=name, by=by)


def _represented(g: Groups) -> tuple[Represented]:
    until = date.fromisoformat(g["until"]) if g.get("until") else None
    return (Represented(name=g["name"], kind=g["kind"], by=g["by"], until=until),)


AREA = Area(
    shapes=(
        shape(
            "born <name> <day>",
            lambda g: (Born(name=g["name"], born=date.fromisoformat(g["day"])),),
        ),
        shape('represent <name> <kind:word> "<by:quoted>"[ until <until:day>]', _represented),
        shape(
            'represented no longer <name> "<by:quoted>"',
            lambda g: (NoLonger(name=g["name"], by=g["by"]),),
        ),
        shape(
            '? letters of <name> go to "<said:quoted>"',
            lambda g: (GoesTo(name=g["name"], said=g["said"]),),
        ),
    ),
    given=_given,
)
