"""Sessions in tables of our own: of staff here, of citizens in `citizen_sessions`.

    store = SessionStore(session_key="…")
    end(SessionStore, logged_out)                 the provider says that it is over

The one rule: the office's are the office's; the portal's database role has no right to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from reskontra.records.models.session import OfficeSession, SessionOfSignIn

_TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sign-in as its provider names it: digests of its session and its subject, and when."""

    session: str
    subject: str
    at: int

    def to_session(self) -> dict[str, dict[str, str | int]]:
        """As plain values for a session, from which its row is made."""
        return {_TOLD: asdict(self)}


class ToldSessions(DatabaseSessions):
    """Django's own sessions, which say in their rows what provider they came from."""

    def create_model_instance(self, data: Mapping[str, Any]) -> SessionOfSignIn:
        """The row of a session; what was told at sign-in can be searched for."""
        row: SessionOfSignIn = super().create_model_instance(data)
        told = data.get(_TOLD, {})
        row.told_session = told.get("session", "")
        row.told_subject = told.get("subject", "")
        row.told_at = told.get("at", 0)
        return row


class SessionStore(ToldSessions):
    """The sessions of staff."""

    @classmethod
    def get_model_class(cls) -> type[OfficeSession]:
        """The table."""
        return OfficeSession


def end(sessions: type[ToldSessions], told: Told) -> int:
    """End what the provider has ended, and say how many: what was told of before `told.at`.

    A session's name picks that session and, with a subject, those of the subject whose name was
    never told; a subject alone picks all of that subject's.
    """
    over: dict[str, object] = {"told_at__gt": 0, "told_at__lte": told.at}
    if told.subject:
        over["told_subject"] = told.subject
    if told.session:
        over["told_session__in"] = [told.session, ""] if told.subject else [told.session]
    table = sessions.get_model_class()
    ended, _ = table.objects.filter(**over).delete()
    return int(ended)
