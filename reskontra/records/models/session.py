"""The sessions of staff, apart from those of citizens: the portal's role cannot see them."""

from django.contrib.sessions.base_session import AbstractBaseSession


class OfficeSession(AbstractBaseSession):
    """Who of the office is signed in, found by a secret key."""

    class Meta(AbstractBaseSession.Meta):
        db_table = "office_session"

    def __str__(self) -> str:
        return "a session of the office"
