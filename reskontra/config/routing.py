"""Which connection a Django app of others uses when it does not say.

Example: a citizen signs in, and Django's session row is written as the portal's database role.

The one rule: rows that a face keeps for itself never need more rights than that face has.
"""

from __future__ import annotations

from django.db.models import Model


class SessionsBelongToThePortal:
    """Sessions are read and written by the portal's role; all else stays as asked."""

    def db_for_read(self, model: type[Model], **hints: object) -> str | None:
        """The connection to read `model` by, or none to leave it as it is."""
        return "portal" if model._meta.db_table == "portal_session" else None

    def db_for_write(self, model: type[Model], **hints: object) -> str | None:
        """The connection to write `model` by, or none to leave it as it is."""
        return self.db_for_read(model, **hints)
