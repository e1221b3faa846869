"""Minors who owe something and for whom nobody is registered: nothing is sent to them.

    unguarded(cursor, policy=policy, today=today)  -> [PartyWaiting(name="Nils Ek", …), …]

The one rule: it is the same question that the night asks before it writes.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.identity import birth_date_of
from reskontra.domain.representing import is_read_by_another, is_under_age
from reskontra.domain.rules import Policy
from reskontra.records import representatives, worklists
from reskontra.records.worklists import PartyWaiting


def unguarded(cursor: CursorWrapper, *, policy: Policy, today: date) -> list[PartyWaiting]:
    """Those who are under age today and whose letters nobody else gets, oldest claim first."""
    born_after = date(today.year - 1 - policy.law.age_of_majority.on(today).count, 1, 1)
    young = [
        each
        for number, each in worklists.owing_and_young(cursor, born_after=born_after)
        if is_under_age(birth_date_of(number), law=policy.law, day=today)
    ]
    found = representatives.of_parties(cursor, [each.party for each in young]) if young else {}
    return [each for each in young if not is_read_by_another(found.get(each.party, ()), day=today)]
