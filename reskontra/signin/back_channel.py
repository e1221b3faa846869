"""Log-out that the provider begins: OpenID Connect Back-Channel Logout 1.0.

    told_by(client, said).to_session()              kept with the session at sign-in
    receive(request, client, now=now, sessions=…)   the answer to a provider that ends sessions

What is kept of a sign-in are two keyed digests, of the provider's name for its session (`sid`) and
of its name for the person (`sub`, which at some providers tells who it is), and when the ID token
was issued.

The one rule: a logout token ends what was begun before it was issued, and so does no harm when it
is sent again: what it ended is gone, and what was begun since is not its.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac
from joserfc import jwt
from joserfc.errors import JoseError

from reskontra.records.sessions import Told, ToldSessions, end
from reskontra.signin.provider import CLOCK_DIFFERENCE_SECONDS, provider_of, verified
from reskontra.signin.refusals import LogoutNotTrusted, SignInRefused
from reskontra.signin.relying import Client

LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
KINDS = frozenset({None, "JWT", "logout+jwt"})
"""What a logout token may call itself; older providers leave it out."""
LONGEST_AGE_SECONDS = 5 * 60
MINUTE_SECONDS = 60
REFUSED_A_MINUTE = 30
TOO_MANY = 429

logger = logging.getLogger(__name__)


def told_by(client: Client, said: Mapping[str, Any]) -> Told:
    """What to keep with the session of whoever signed in with this ID token."""
    return Told(
        session=_digest(client, "sid", said.get("sid")),
        subject=_digest(client, "sub", said.get("sub")),
        at=int(said["iat"]),
    )


def receive(
    request: HttpRequest, client: Client, *, now: int, sessions: type[ToldSessions]
) -> HttpResponse:
    """End the sessions that the posted logout token names, and answer as the specification says.

    Whoever sends wrong tokens is not listened to for the rest of the minute.
    """
    counted = f"log-outs-refused:{request.META.get('REMOTE_ADDR', '')}"
    if cache.get(counted, 0) >= REFUSED_A_MINUTE:
        return _answer(TOO_MANY, "slow_down")
    try:
        told = logged_out(client, request.POST.get("logout_token", ""), now=now)
    except SignInRefused as refusal:
        logger.warning("log-out refused: %s %s", type(refusal).__name__, refusal.because)
        cache.add(counted, 0, MINUTE_SECONDS)
        cache.incr(counted)
        return _answer(400, "invalid_request")
    end(sessions, told)
    return _answer(200)


def logged_out(client: Client, token: str, *, now: int) -> Told:
    """Which sessions are over: those of this session or subject, begun before `at`.

    Refuses what is not signed by the provider, for us, within five minutes, as a log-out of
    somebody; and an ID token, which has a nonce.
    """
    provider = provider_of(client)
    try:
        found = verified(provider, token)
        registry = jwt.JWTClaimsRegistry(
            now=now,
            leeway=CLOCK_DIFFERENCE_SECONDS,
            iss={"essential": True, "value": client.issuer},
            aud={"essential": True, "value": client.client_id},
            iat={"essential": True},
            jti={"essential": True},
        )
        registry.validate(found.claims)
    except (JoseError, ValueError) as error:
        raise LogoutNotTrusted(type(error).__name__) from error
    _refuse_other(found.header, found.claims, now=now)
    return told_by(client, found.claims)


def _answer(status: int, error: str = "") -> HttpResponse:
    """What a provider is told; nothing of it may be kept on the way."""
    response = JsonResponse({"error": error}, status=status) if error else HttpResponse()
    response["Cache-Control"] = "no-store"
    if status == TOO_MANY:
        response["Retry-After"] = str(MINUTE_SECONDS)
    return response


def _refuse_other(header: Mapping[str, Any], claims: Mapping[str, Any], *, now: int) -> None:
    """Refuse a token that is not about a log-out of now."""
    events = claims.get("events")
    if header.get("typ") not in KINDS:
        raise LogoutNotTrusted("typ")
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT), dict):
        raise LogoutNotTrusted("events")
    if "nonce" in claims:
        raise LogoutNotTrusted("nonce")
    if not claims.get("sid") and not claims.get("sub"):
        raise LogoutNotTrusted("neither sid nor sub")
    if not isinstance(claims["iat"], int) or now - claims["iat"] > LONGEST_AGE_SECONDS:
        raise LogoutNotTrusted("iat")


def _digest(client: Client, name: str, value: object) -> str:
    """A keyed digest, which without our secret says nothing of what it was made of; or ""."""
    if not isinstance(value, str) or not value:
        return ""
    salt = f"reskontra.signin.{name}"
    digest = salted_hmac(salt, f"{client.issuer} {value}", algorithm="sha256")
    return str(digest.hexdigest())
