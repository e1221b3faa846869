"""Who a letter goes to when somebody stands for its party.

    addressed(cursor, letters)    -> the letters, those of somebody represented readdressed
    copies_of(cursor, [17])       -> {17: (Reader(position=1, name="Per Ek", instead=True, ...),)}

The one rule: it is settled when the letter is written, by who stands for the party that day; one
who gets it instead has it on paper, since what we know of other ways is about the party.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.domain.channels import LETTER
from reskontra.domain.letter import from_json, to_json
from reskontra.domain.letter_parts import Addressee
from reskontra.domain.representing import readers
from reskontra.domain.texts import Texts
from reskontra.records import bulk, parties, representatives
from reskontra.records.representatives import Representative

if TYPE_CHECKING:
    from reskontra.records.letters import NewLetter

ON_PAPER = frozenset({LETTER, "registered_letter"})
FOR = Texts(sv="för {name}", en="for {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody whom a letter goes to; without address lines when nobody is told where that is."""

    representative: int
    position: int
    instead: bool
    name: str
    address_lines: tuple[str, ...]
    protected: bool

    @property
    def addressee(self) -> Addressee:
        """As the letter names them."""
        return Addressee(name=self.name, address_lines=self.address_lines)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter as it is to be kept, and everybody whom it goes to because of a representative."""

    letter: NewLetter
    readers: tuple[Reader, ...]


def addressed(cursor: CursorWrapper, letters: Sequence[NewLetter]) -> list[Addressed]:
    """The letters, each to whoever reads it; most are to their own party, and stay as they are."""
    whose = {letter.party for letter in letters}
    found = representatives.registered(cursor, whose) if whose else []
    if not found:
        return [Addressed(letter, ()) for letter in letters]
    by_party: defaultdict[int, list[Representative]] = defaultdict(list)
    for each in found:
        by_party[each.party].append(each)
    recipients = parties.recipients(cursor, by_party)
    return [
        _addressed(letter, by_party[letter.party], recipients[letter.party])
        if letter.party in by_party
        else Addressed(letter, ())
        for letter in letters
    ]


def _addressed(
    letter: NewLetter, registered: Sequence[Representative], party: parties.Recipient
) -> Addressed:
    by_key = {each.held.key: each for each in registered}
    now = [by_key[each.key] for each in readers([it.held for it in registered], day=letter.day)]
    first = 0 if now and now[0].held.instead else 1
    to = tuple(
        _reader(each, place, party, letter.language) for place, each in enumerate(now, first)
    )
    if first or not now:
        return Addressed(letter, to)
    data = to_json(replace(from_json(letter.data), addressee=to[0].addressee))
    letter = replace(letter, data=data)
    if letter.channel not in ON_PAPER:
        passed = (*letter.passed_channels, letter.channel)
        letter = replace(letter, channel=LETTER, passed_channels=passed)
    return Addressed(letter, to)


def _reader(each: Representative, place: int, party: parties.Recipient, language: str) -> Reader:
    """The address of one whose own, or whose party's, is protected, is not told."""
    hidden = each.protected or party.protected_identity
    line = FOR.say(language).format(name=party.name)
    return Reader(
        representative=each.held.key,
        position=place,
        instead=each.held.instead,
        name=each.name,
        address_lines=(line,) if hidden else (line, *each.address_lines),
        protected=hidden,
    )


def add(cursor: CursorWrapper, rows: Sequence[tuple[int, Addressed]]) -> None:
    """Keep whom these letters went to, by the letter's id."""
    bulk.insert(
        cursor,
        "letter_reader",
        (
            *("letter_id", "position", "representative_id", "instead", "name"),
            *("address_lines", "protected"),
        ),
        (
            (
                *(key, it.position, it.representative, it.instead, it.name),
                *(list(it.address_lines), it.protected),
            )
            for key, letter in rows
            for it in letter.readers
        ),
    )


def besides(cursor: CursorWrapper, letters: Collection[int]) -> dict[int, tuple[Reader, ...]]:
    """By letter: those who get one of their own besides the one that it is addressed to."""
    found = of_letters(cursor, letters)
    return {key: tuple(it for it in each if it.position) for key, each in found.items()}


def of_letter(cursor: CursorWrapper, letter: int) -> tuple[Reader, ...]:
    """Everybody whom one letter goes to because of a representative."""
    return of_letters(cursor, [letter]).get(letter, ())


def of_letters(cursor: CursorWrapper, letters: Collection[int]) -> dict[int, tuple[Reader, ...]]:
    """By letter: everybody whom it goes to because of a representative."""
    cursor.execute(
        "SELECT letter_id, representative_id, position, instead, name, address_lines, protected"
        " FROM letter_reader WHERE letter_id = ANY(%s) ORDER BY letter_id, position",
        [list(letters)],
    )
    found: defaultdict[int, list[Reader]] = defaultdict(list)
    for letter, key, position, instead, name, lines, protected in cursor.fetchall():
        reader = Reader(
            representative=key,
            position=position,
            instead=instead,
            name=name,
            address_lines=tuple(lines),
            protected=protected,
        )
        found[letter].append(reader)
    return {letter: tuple(each) for letter, each in found.items()}


def latest_letter_to(cursor: CursorWrapper, party: int) -> int | None:
    """The latest letter whose party this is, to be sent; None when there is none."""
    cursor.execute("SELECT max(id) FROM letter WHERE party_id = %s AND sent_to_print", [party])
    return cursor.fetchone()[0]
