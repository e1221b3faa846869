"""Sessions of staff, kept in a table of their own.

    store = SessionStore(session_key="…")

The one rule: they are the office's; the portal's database role has no right to them.
"""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from reskontra.records.models.session import OfficeSession


class SessionStore(DatabaseSessions):
    """Django's own sessions, in the office's table."""

    @classmethod
    def get_model_class(cls) -> type[OfficeSession]:
        """The table."""
        return OfficeSession
