"""The sessions of citizens, as Django's setting SESSION_ENGINE wants them: a module by itself.

    SessionStore(session_key="…")

The one rule: they are read and written by the portal's database role, wherever they are used.
"""

from __future__ import annotations

from reskontra.records.models.session import PortalSession
from reskontra.records.sessions import ToldSessions


class SessionStore(ToldSessions):
    """The sessions of citizens."""

    @classmethod
    def get_model_class(cls) -> type[PortalSession]:
        """The table."""
        return PortalSession
