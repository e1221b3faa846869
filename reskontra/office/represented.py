"""Who stands for those who owe a claim, as staff read it.

    represented_lines(cursor, [4], policy=policy, today=today, language="sv")

The one rule: where one with a protected identity lives is not shown, to anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework.representing import in_force
from reskontra.domain.rules import Policy
from reskontra.office import words
from reskontra.office.wording import say
from reskontra.records import parties
from reskontra.records.representatives import Representative


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentedLine:
    """Somebody who stands for a party."""

    what: str
    letters: str
    why: str


def represented_lines(
    cursor: CursorWrapper, owing: Sequence[int], *, policy: Policy, today: date, language: str
) -> tuple[RepresentedLine, ...]:
    """Everybody who stands for one of these parties, or is to."""
    found = [each for party in owing for each in in_force(cursor, party=party, today=today)]
    named = parties.recipients(cursor, owing) if found else {}
    return tuple(_line(each, named[each.party], policy, language) for each in found)


def _line(
    each: Representative, party: parties.Recipient, policy: Policy, language: str
) -> RepresentedLine:
    kinds = {name: kind.texts for name, kind in policy.representative_kinds.items()}
    hidden = each.protected or party.protected_identity
    where = f"{', '.join(each.address_lines)}."
    return RepresentedLine(
        what=say(
            "represented.line",
            language=language,
            name=each.name,
            kind=words.called(kinds, each.held.kind, language=language).lower(),
            party=party.name,
            span=say(
                "represented.span" if each.held.last_day else "represented.from",
                language=language,
                first=each.held.first_day,
                last=words.day(each.held.last_day),
            ),
            where=say("represented.protected", language=language) if hidden else where,
        ),
        letters=say(
            "represented.instead" if each.held.instead else "represented.also", language=language
        ),
        why=say(
            "represented.why", language=language, by=each.decided_by, reason=each.reason or "–"
        ),
    )
