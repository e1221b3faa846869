"""A log-out that the provider begins ends the sessions that it names, and no others.

`test_real_provider.py` lets a real provider do it; here it says whatever a test chooses.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client as Caller
from django.test import override_settings
from joserfc import jwt

from reskontra.domain.deciding import Officer
from reskontra.office import clock, session
from reskontra.portal import session as portal_session
from reskontra.records import citizen_sessions, sessions
from reskontra.records.models import OfficeSession, PortalSession
from reskontra.records.views import Citizen
from reskontra.signin import back_channel
from reskontra.signin.refusals import LogoutNotTrusted
from tests.signin.test_oidc import KEY, NEXT_KEY, NOW, Provider
from tests.signin.test_oidc import provider as provider

HERE, THERE = "/logga-ut/dar/", "/kontoret/utloggad/"


def ends(provider: Provider, **changes: object) -> str:
    """A logout token of the provider, right but for `changes`; a claim set to None is left out."""
    right = {
        "iss": provider.address,
        "sub": "anna",
        "sid": "first",
        "aud": "us",
        "iat": NOW,
        "exp": NOW + 120,
        "jti": "once",
        "events": {back_channel.LOGOUT: {}},
    }
    typ = changes.pop("typ", "logout+jwt")
    claims = {name: value for name, value in (right | changes).items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "k1", "typ": typ}, claims, KEY)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The faces' clocks stand at `NOW`."""
    for face in ("portal", "office"):
        monkeypatch.setattr(f"reskontra.{face}.clock.now", lambda: NOW)
    assert clock.now() == NOW


@pytest.fixture
def caller(db: None, now: None, provider: Provider) -> Iterator[Caller]:
    """Somebody who can reach the portal and the office, without any cookie."""
    settings = vars_of(provider)
    with override_settings(OIDC=settings, STAFF_OIDC=settings):
        yield Caller(enforce_csrf_checks=True)


def vars_of(provider: Provider) -> dict[str, object]:
    """The settings that make us known to the provider."""
    who = provider.client()
    return {name: getattr(who, name) for name in who.__dataclass_fields__}


def open_session(
    provider: Provider,
    store: type[sessions.ToldSessions] = citizen_sessions.SessionStore,
    **said: object,
) -> str:
    """A session of somebody who signed in a minute ago, by its key."""
    claims = {"iat": NOW - 60, **said}
    kept = store()
    kept.update(back_channel.told_by(provider.client(), claims).to_session())
    kept.set_expiry(datetime.now(tz=UTC) + timedelta(hours=1))
    kept.create()
    return str(kept.session_key)


def post(caller: Caller, token: str, where: str = HERE) -> HttpResponse:
    """The provider's call."""
    answer: HttpResponse = caller.post(where, {"logout_token": token}, HTTP_HOST="localhost")
    assert answer["Cache-Control"] == "no-store"
    return answer


def left() -> set[str]:
    """The keys of the citizens' sessions that are left."""
    return set(PortalSession.objects.values_list("session_key", flat=True))


@pytest.mark.parametrize(
    ("names", "over"),
    [
        ({"sub": "anna", "sid": "first"}, {"first", "unnamed"}),
        ({"sub": None, "sid": "first"}, {"first"}),
        ({"sub": "anna", "sid": None}, {"first", "second", "unnamed"}),
        ({"sub": "bo", "sid": "first"}, set()),
    ],
)
def test_what_is_named_is_ended_and_nothing_else(
    caller: Caller, provider: Provider, names: dict[str, object], over: set[str]
) -> None:
    opened = {
        "first": open_session(provider, sub="anna", sid="first"),
        "second": open_session(provider, sub="anna", sid="second"),
        "unnamed": open_session(provider, sub="anna"),
        "other": open_session(provider, sub="carin", sid="third"),
        "later": open_session(provider, sub="anna", sid="first", iat=NOW + 1),
    }
    kept_apart = citizen_sessions.SessionStore()
    kept_apart.create()
    answer = post(caller, ends(provider, **names))
    assert (answer.status_code, answer.content) == (200, b"")
    gone = {name for name, key in opened.items() if key not in left()}
    assert gone == over
    assert kept_apart.session_key in left(), "a sign-in under way is nobody's yet"


def test_a_token_that_is_sent_again_ends_nothing_new(caller: Caller, provider: Provider) -> None:
    open_session(provider, sub="anna", sid="first")
    token = ends(provider)
    assert post(caller, token).status_code == 200
    again = open_session(provider, sub="anna", sid="first", iat=NOW + 1)
    assert post(caller, token).status_code == 200
    assert left() == {again}


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.example"},
        {"iss": None},
        {"aud": "somebody else"},
        {"aud": None},
        {"iat": NOW - 301, "exp": None},
        {"iat": NOW + 60},
        {"iat": None},
        {"exp": NOW - 60},
        {"jti": None},
        {"events": None},
        {"events": {"http://schemas.openid.net/event/other": {}}},
        {"events": [back_channel.LOGOUT]},
        {"nonce": "nonce"},
        {"sub": None, "sid": None},
        {"typ": "at+jwt"},
    ],
)
def test_a_wrong_token_ends_nothing(
    caller: Caller, provider: Provider, changes: dict[str, object]
) -> None:
    key = open_session(provider, sub="anna", sid="first")
    answer = post(caller, ends(provider, **changes))
    assert answer.status_code == 400
    assert json.loads(answer.content) == {"error": "invalid_request"}
    assert left() == {key}


def test_a_token_that_the_provider_has_not_signed_ends_nothing(
    caller: Caller, provider: Provider
) -> None:
    key = open_session(provider, sub="anna", sid="first")
    claims = jwt.decode(ends(provider), KEY).claims
    forged = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, NEXT_KEY)
    _, payload, _ = forged.split(".")
    for token in (forged, f"eyJhbGciOiJub25lIn0.{payload}.", provider.says(), "", "no token"):
        assert post(caller, token).status_code == 400
    assert caller.get(HERE, HTTP_HOST="localhost").status_code == 405
    assert left() == {key}


def test_an_id_token_ends_nothing_even_with_the_event(provider: Provider) -> None:
    token = provider.says(events={back_channel.LOGOUT: {}}, jti="once")
    with pytest.raises(LogoutNotTrusted):
        back_channel.logged_out(provider.client(), token, now=NOW)


def test_whoever_sends_wrong_tokens_waits_out_the_minute(
    caller: Caller, provider: Provider
) -> None:
    for _ in range(back_channel.REFUSED_A_MINUTE):
        assert post(caller, "no token").status_code == 400
    answer = post(caller, ends(provider))
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    cache.clear()
    assert post(caller, ends(provider)).status_code == 200


def test_the_office_s_sessions_are_ended_by_its_own_provider(
    caller: Caller, provider: Provider
) -> None:
    citizens = open_session(provider, sub="anna", sid="first")
    open_session(provider, sessions.SessionStore, sub="anna", sid="first")
    assert post(caller, ends(provider), THERE).status_code == 200
    assert not OfficeSession.objects.exists()
    assert left() == {citizens}


def test_what_is_ended_while_a_page_is_made_stays_ended(db: None, provider: Provider) -> None:
    key = open_session(provider, sessions.SessionStore, sub="anna", sid="first")
    found = sessions.SessionStore(session_key=key)
    found["seen_at"] = NOW
    sessions.end(
        sessions.SessionStore, back_channel.told_by(provider.client(), {"iat": NOW, "sub": "anna"})
    )
    answer = HttpResponse()
    session.keep(found, answer)
    assert answer.cookies[session.cookie_name()]["max-age"] == 0
    assert not OfficeSession.objects.exists()


def test_a_sign_in_forgets_the_sessions_whose_time_is_out(db: None, provider: Provider) -> None:
    for store in (sessions.SessionStore, citizen_sessions.SessionStore):
        open_session(provider, store, sub="anna", sid="first")
    OfficeSession.objects.update(expire_date=datetime.now(tz=UTC))
    PortalSession.objects.update(expire_date=datetime.now(tz=UTC))
    officer = Officer(subject="anna", name="Anna Ek", roles=frozenset())
    session.begin(sessions.SessionStore(), officer, told={})
    assert not OfficeSession.objects.exists()
    entering = HttpRequest()
    entering.session = citizen_sessions.SessionStore()
    portal_session.begin(entering, citizens=[Citizen(party_id=1)], told={})
    assert left() == {entering.session.session_key}


def test_what_is_kept_tells_nobody_s_name(db: None, provider: Provider) -> None:
    open_session(provider, sub="198001012385", sid="first")
    (row,) = PortalSession.objects.all()
    kept = f"{row.told_session} {row.told_subject}"
    assert (
        "198001012385" not in f"{kept} {citizen_sessions.SessionStore().decode(row.session_data)}"
    )
    assert len(row.told_session) == len(row.told_subject) == 64
    assert row.told_session != row.told_subject
