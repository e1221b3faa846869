"""A transaction of the portal's database role, in which one party is named.

    with as_party(citizen) as cursor: ...

The one rule: whoever asks sees the rows of that party, by the database's own row-level security.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.records.views import Citizen

PORTAL = "portal"

# One plan for everybody: what a party has is found by the party's key, whoever it is, and to plan
# each question anew for each party takes longer than to answer it.
_NAMED = """SELECT set_config(%s, %s, true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)"""


@contextmanager
def as_party(citizen: Citizen) -> Iterator[CursorWrapper]:
    """A transaction that sees the citizen's rows only."""
    with _named("app.party", str(citizen.party_id)) as cursor:
        yield cursor


@contextmanager
def by_link(token: str) -> Iterator[CursorWrapper]:
    """A transaction that sees the wishes that the link of an e-mail turns off, and nothing else."""
    with _named("app.notice", token) as cursor:
        yield cursor


@contextmanager
def _named(setting: str, value: str) -> Iterator[CursorWrapper]:
    with transaction.atomic(using=PORTAL), connections[PORTAL].cursor() as cursor:
        cursor.execute(_NAMED, [setting, value])
        yield cursor
