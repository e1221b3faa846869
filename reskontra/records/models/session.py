"""Sessions: those of citizens, and apart from them those of staff, unseen by the portal's role.

The one rule: a row says which sign-in of the provider's it came from by digests alone, so that the
provider can end it and nobody can read who it is.
"""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class SessionOfSignIn(AbstractBaseSession):
    """A session that the provider can end, found by a secret key."""

    told_session = models.CharField(max_length=64, default="", db_index=True)
    told_subject = models.CharField(max_length=64, default="", db_index=True)
    told_at = models.BigIntegerField(default=0)
    """When the ID token was issued, in seconds since 1970 by the provider's clock."""

    class Meta(AbstractBaseSession.Meta):
        abstract = True

    def __str__(self) -> str:
        return "a session"


class OfficeSession(SessionOfSignIn):
    """Who of the office is signed in."""

    class Meta(SessionOfSignIn.Meta):
        abstract = False
        db_table = "office_session"


class PortalSession(SessionOfSignIn):
    """Which citizen is signed in."""

    class Meta(SessionOfSignIn.Meta):
        abstract = False
        db_table = "portal_session"
