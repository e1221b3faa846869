"""A person sets an agency's message aside: it is about nothing of ours, or is seen to otherwise.

    set_aside(cursor, name="m-17", reason="fel borgenär", by="A. Ek", today=date(2025, 6, 2))

The one rule: it is kept as it came, with the reason; what has happened to a claim stays.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.refusal import Refused
from reskontra.records import agency_messages
from reskontra.records.agency_messages import SET_ASIDE, Kept, Note


class NotWaiting(Refused):
    """No message called {name} waits; those that do are {known}."""

    swedish = "Inget meddelande som heter {name} väntar. De som väntar är {known}."


class SeveralWait(Refused):
    """Several agencies have a message called {name} that waits; name the creditor: {creditors}."""

    swedish = "Flera meddelanden som heter {name} väntar. Ange borgenär: {creditors}."


def set_aside(
    cursor: CursorWrapper, *, name: str, reason: str, by: str, today: date, creditor: str = ""
) -> Kept:
    """Let the message wait no more; refused when it does not wait, or two have its name."""
    agency_messages.lock_all(cursor)
    waiting = agency_messages.waiting(cursor)
    found = [each for each in waiting if each.message == name and creditor in ("", each.creditor)]
    if not found:
        raise NotWaiting(name=name, known=", ".join(each.message for each in waiting) or "–")
    if len(found) > 1:
        raise SeveralWait(name=name, creditors=", ".join(each.creditor for each in found))
    set_aside_one(cursor, found[0], reason=reason, by=by, today=today)
    return found[0]


def set_aside_one(
    cursor: CursorWrapper, message: Kept, *, reason: str, by: str, today: date
) -> None:
    """Let this message, which waits, wait no more."""
    note = Note(message=message.key, outcome=SET_ASIDE, reason=reason)
    agency_messages.note(cursor, [note], day=today, by=by)
