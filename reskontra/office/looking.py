"""Somebody of the office opens what is about a person: recorded before it is shown.

    looked(cursor, desk, party=4, what="invoice 1004")

The one rule: each look has a purpose; one that began from a list has the list's.
"""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

from reskontra.office import session
from reskontra.office.permission import Desk
from reskontra.records import audit

PURPOSES = ("contact", "case", "control")
"""Why somebody searches, by the names of their texts."""
USUAL = "case"


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


def main_role(desk: Desk) -> str:
    """One of the officer's roles, always the same."""
    return min(desk.officer.roles)
