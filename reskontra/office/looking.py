"""Somebody of the office opens what is about a person: recorded before it is shown.

    looked(cursor, desk, party=4, what="invoice 1004")

The one rule: each look has a purpose; one that began from a list has the list's.
"""

from __future__ import annotations

import re

from django.db.backends.utils import CursorWrapper

from reskontra.office import session
from reskontra.office.permission import Desk
from reskontra.records import audit

PURPOSES = ("contact", "case", "control")
"""Why somebody searches, by the names of their texts."""
USUAL = "case"
IDENTITY = "identity"
MOST_WORDS = 100
_LIKE_IDENTITY = re.compile(r"\d{6}[-+ ]?\d{4}")
"""Mistyped identity numbers too are left out."""


def purpose_of(desk: Desk) -> str:
    """Why the officer looks, as they said when they searched."""
    return str(desk.session.get(session.PURPOSE, USUAL))


def looked(cursor: CursorWrapper, desk: Desk, *, party: int, what: str) -> None:
    """Record the look, once for each sign-in and purpose."""
    purpose = purpose_of(desk)
    if session.first_look(desk.session, party=party, purpose=purpose):
        audit.looked(
            cursor,
            party=party,
            actor=desk.officer.name,
            role=main_role(desk),
            purpose=purpose,
            what=what,
        )


def searched(cursor: CursorWrapper, desk: Desk, *, sought_by: str, words: str, found: int) -> None:
    """Record a search, with its words unless they are, or hold, an identity number."""
    hidden = sought_by == IDENTITY or _LIKE_IDENTITY.search(words) is not None
    audit.searched(
        cursor,
        actor=desk.officer.name,
        role=main_role(desk),
        purpose=purpose_of(desk),
        sought_by=sought_by,
        words="" if hidden else words[:MOST_WORDS],
        found=found,
    )


def main_role(desk: Desk) -> str:
    """One of the officer's roles, always the same."""
    return min(desk.officer.roles)
