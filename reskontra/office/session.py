"""Who of the office is signed in: a session of its own, apart from that of any citizen.

    session = opened(request)
    officer_of(session)   -> Officer(subject="…", name="Anna Ek", roles={"case_officer"}) or None

The one rule: it ends after 30 minutes without a page and after eight hours in all, and its cookie
opens nothing of the portal's.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest, HttpResponseBase

from reskontra.domain.deciding import Officer
from reskontra.office import clock
from reskontra.records.sessions import SessionStore

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 8 * 60 * 60

_OFFICER = "officer"
_SIGNED_IN_AT = "signed_in_at"
_SEEN_AT = "seen_at"
_LOOKED = "looked"
PURPOSE = "purpose"
RETURN_TO = "return_to"
ATTEMPT = "sign_in"


def cookie_name() -> str:
    """What the cookie is called: with TLS, in a way that no other host can set it."""
    return "__Host-office" if settings.SESSION_COOKIE_SECURE else "office"


def opened(request: HttpRequest) -> SessionStore:
    """The session of the request; a new and empty one when there is none."""
    return SessionStore(session_key=request.COOKIES.get(cookie_name()))


def keep(session: SessionStore, response: HttpResponseBase) -> None:
    """Save the session, and let the browser find it again; not one that was ended meanwhile."""
    session.set_expiry(LONGEST_SECONDS)
    try:
        session.save()
    except UpdateError:
        end(session, response)
        return
    response.set_cookie(
        cookie_name(),
        session.session_key,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
        path="/",
    )


def end(session: SessionStore, response: HttpResponseBase) -> None:
    """Forget the session, here and in the browser."""
    session.flush()
    response.delete_cookie(cookie_name(), path="/", samesite="Lax")


def begin(session: SessionStore, officer: Officer, *, told: Mapping[str, object]) -> str:
    """Sign the officer in under a new key; the path that was asked for before, or "".

    `told` is how the provider names the sign-in, so that it can end it.
    """
    wanted = str(session.get(RETURN_TO, ""))
    session.clear_expired()
    session.flush()
    now = clock.now()
    session[_OFFICER] = {
        "subject": officer.subject,
        "name": officer.name,
        "roles": sorted(officer.roles),
    }
    session[_SIGNED_IN_AT] = session[_SEEN_AT] = now
    session[_LOOKED] = []
    session.update(told)
    return wanted


def officer_of(session: SessionStore) -> Officer | None:
    """Who is signed in; None when nobody is, or when the time is out."""
    said = session.get(_OFFICER)
    if said is None:
        return None
    now = clock.now()
    idle, whole = now - int(session[_SEEN_AT]), now - int(session[_SIGNED_IN_AT])
    if idle > IDLE_SECONDS or whole > LONGEST_SECONDS:
        return None
    return Officer(subject=said["subject"], name=said["name"], roles=frozenset(said["roles"]))


def seen(session: SessionStore) -> None:
    """A page is asked for: the time without one begins anew."""
    session[_SEEN_AT] = clock.now()


def first_look(session: SessionStore, *, party: int, purpose: str) -> bool:
    """Whether it is the first look at the party for this purpose since the officer signed in."""
    look = f"{party} {purpose}"
    if look in session[_LOOKED]:
        return False
    session[_LOOKED] = [*session[_LOOKED], look]
    return True
