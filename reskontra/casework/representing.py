"""Somebody is registered who stands for a party, and gets its letters instead of it, or also.

    represent(cursor, Newcomer(party=4, kind="guardian", name="Karin Ek", …), policy=…, today=…)
    end(cursor, key=3, reason="fyllde 18", by="A. Ek", today=today)

What came back, or could not be sent to a minor, is written anew when somebody is registered who
reads it. The one rule: it counts from the day on which it is registered, never before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.casework.returned import Moved, deliver
from reskontra.domain.identity import birth_date_of
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.representative import Letters
from reskontra.domain.rules import Policy
from reskontra.records import claim_states, parties, representatives
from reskontra.records.representatives import NewRepresentative, Representative


class UnknownRepresentative(Refused):
    """{kind!r} is no kind of representative; allowed are {known}."""

    swedish = "{kind!r} är inget slags ställföreträdare. Tillåtna är {known}."


class NobodyNamed(Refused):
    """Say who it is, and where letters go."""

    swedish = "Ange vem det är, och vart brev ska skickas."


class EstateHasItsOwn(Refused):
    """An estate's letters go to whoever answers for it: change its address instead."""

    swedish = "Ett dödsbos brev går till den som svarar för det. Ändra dess adress i stället."


class NotOfThisParty(Refused):
    """Only a person under age has a {kind}; the party is none."""

    swedish = "Bara den som är under 18 år har {kind}, och det är parten inte."


class BeforeToday(Refused):
    """It counts from today, {today}, at the earliest; {day} has passed."""

    swedish = "Det räknas tidigast från i dag, {today}. {day} har passerat."


class EndsBeforeItBegins(Refused):
    """The last day, {last_day}, is before the first, {first_day}."""

    swedish = "Sista dagen, {last_day}, är före den första, {first_day}."


class NoSuchRepresentative(Refused):
    """Nobody is registered so for the party now."""

    swedish = "Ingen är registrerad så för parten nu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody to be registered, as a person has filled it in; from today unless said."""

    party: int
    kind: str
    name: str
    address_lines: Sequence[str]
    protected: bool
    first_day: date | None
    last_day: date | None
    reason: str
    by: str


def represent(cursor: CursorWrapper, new: Newcomer, *, policy: Policy, today: date) -> Moved:
    """Register a representative, and write anew what a minor could not be sent; what came of it.

    A guardian's time ends the day before the minor comes of age.
    """
    kind = policy.representative_kinds.get(new.kind)
    if kind is None:
        known = ", ".join(sorted(policy.representative_kinds))
        raise UnknownRepresentative(kind=new.kind, known=known)
    lines = tuple(line.strip() for line in new.address_lines if line.strip())
    if not new.name.strip() or not lines:
        raise NobodyNamed
    first_day = new.first_day or today
    if first_day < today:
        raise BeforeToday(day=first_day, today=today)
    of_age = _of_age(cursor, new.party, policy, today)
    last_day = new.last_day
    if kind.of_minors:
        if of_age is None or of_age <= first_day:
            raise NotOfThisParty(kind=kind.texts)
        before = of_age - timedelta(days=1)
        last_day = before if last_day is None else min(last_day, before)
    if last_day is not None and last_day < first_day:
        raise EndsBeforeItBegins(last_day=last_day, first_day=first_day)
    claim_states.lock_parties(cursor, [new.party])
    representatives.add(
        cursor,
        NewRepresentative(
            party=new.party,
            kind=new.kind,
            instead=kind.letters is Letters.INSTEAD,
            name=new.name.strip(),
            address_lines=lines,
            protected=new.protected,
            first_day=first_day,
            last_day=last_day,
            reason=new.reason,
            decided_by=new.by,
        ),
    )
    claim_states.look_at_party(cursor, party=new.party, on=first_day)
    if kind.letters is not Letters.INSTEAD or first_day > today:
        return Moved(resent=0, not_resent=())
    return deliver(
        cursor, party=new.party, reason=new.reason, by=new.by, policy=policy, today=today
    )


def _of_age(cursor: CursorWrapper, party: int, policy: Policy, today: date) -> date | None:
    """The day on which a person comes of age; an estate has whoever answers for it."""
    number, kind = parties.identity_of(cursor, party)
    if kind is PartyKind.ESTATE:
        raise EstateHasItsOwn
    born = birth_date_of(number) if kind is PartyKind.PERSON else None
    return None if born is None else policy.law.age_of_majority.on(today).after(born)


def in_force(cursor: CursorWrapper, *, party: int, today: date) -> tuple[Representative, ...]:
    """Who stands for the party, or is to: those whose time has not ended."""
    return tuple(
        each
        for each in representatives.registered(cursor, [party])
        if each.held.last_day is None or each.held.last_day >= today
    )


def end(cursor: CursorWrapper, *, key: int, reason: str, by: str, today: date) -> None:
    """Let a representative's time be over: yesterday was the last day."""
    party = representatives.party_of(cursor, key)
    found = () if party is None else in_force(cursor, party=party, today=today)
    if party is None or key not in [each.held.key for each in found if not each.ended]:
        raise NoSuchRepresentative
    claim_states.lock_parties(cursor, [party])
    representatives.end(cursor, key=key, last_day=today - timedelta(days=1), reason=reason, by=by)
    claim_states.look_at_party(cursor, party=party, on=today)
