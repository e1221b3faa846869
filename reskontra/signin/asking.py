"""What we ask a provider of e-identification, and what is kept until the answer comes.

    url, attempt = ask(client, return_address="https://…/logga-in/klart/", language="sv", now=now)

The flow is the authorization code flow with PKCE (S256), a state, a nonce and `prompt=login`, in a
request object that we sign; levels of assurance are asked for as essential.

The one rule: what is asked for is the least that is needed, and nobody on the way can change it.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge

from reskontra.domain.texts import Texts
from reskontra.signin.provider import CLOCK_DIFFERENCE_SECONDS, provider_of
from reskontra.signin.refusals import SignInNotSetUp
from reskontra.signin.relying import Client, signed

REQUEST_SECONDS = 5 * 60
REQUEST_OBJECT = "oauth-authz-req+jwt"
GREETING = "https://id.oidc.se/param/userMessage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A sign-in under way, kept in the session of the browser that began it."""

    state: str
    nonce: str
    verifier: str
    return_address: str
    language: str
    begun_at: int

    def to_session(self) -> dict[str, str | int]:
        """As plain values for a session."""
        return asdict(self)


def ask(
    client: Client, *, return_address: str, language: str, greeting: Texts | None = None, now: int
) -> tuple[str, Attempt]:
    """The address to send the person to, and what to keep until they come back.

    A provider that can do so shows `greeting` where the person says yes to the sign-in.
    """
    provider = provider_of(client)
    if not client.private_key_file and not client.may_use_secret:
        raise SignInNotSetUp
    attempt = Attempt(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        return_address=return_address,
        language=language,
        begun_at=now,
    )
    question = _question(client, attempt)
    if greeting is not None and provider.shows_greeting:
        question[GREETING] = _shown(greeting)
    if client.signs_requests:
        outside = {name: question[name] for name in ("client_id", "response_type", "scope")}
        question = outside | {"request": _request_object(client, question, now=now)}
    fields = {
        name: json.dumps(value) if isinstance(value, dict) else value
        for name, value in question.items()
    }
    joint = "&" if "?" in provider.authorization_endpoint else "?"
    return f"{provider.authorization_endpoint}{joint}{urlencode(fields)}", attempt


def _question(client: Client, attempt: Attempt) -> dict[str, Any]:
    """What we ask of the provider, by parameter."""
    broker = client.broker
    question: dict[str, Any] = {
        "client_id": client.client_id,
        "response_type": "code",
        "scope": broker.scope,
        "redirect_uri": attempt.return_address,
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": create_s256_code_challenge(attempt.verifier),
        "code_challenge_method": "S256",
        "prompt": "login",
        "ui_locales": attempt.language,
    }
    if broker.takes_claims:
        question["claims"] = _claims(client)
    if broker.acr_values and not broker.acr_is_said:
        question["acr_values"] = " ".join(broker.acr_values)
    return question


def _shown(greeting: Texts) -> dict[str, Any]:
    """A text as the Swedish profile's `userMessage` writes it."""
    message = {
        language: base64.b64encode(greeting.say(language).encode()).decode()
        for language in ("sv", "en")
    }
    return {"message": message, "mime_type": "text/plain"}


def _claims(client: Client) -> dict[str, Any]:
    """The claims that we ask for.

    Which of several identity numbers somebody has, only the provider knows: then none of them is
    essential, for a provider answers with an error when it lacks an essential claim.
    """
    broker = client.broker
    names = (*broker.identity_claims, *filter(None, (broker.earlier_claim,)))
    wanted: dict[str, Any] = dict.fromkeys(names)
    if len(names) == 1:
        wanted[names[0]] = {"essential": True}
    wanted |= {name: {"essential": True} for name in (*broker.other_claims, *broker.wanted)}
    if broker.acr_values and broker.acr_is_said:
        wanted["acr"] = {"essential": True, "values": list(broker.acr_values)}
    return {"id_token": wanted, "userinfo": dict.fromkeys(names)} if names else {"id_token": wanted}


def _request_object(client: Client, question: Mapping[str, Any], *, now: int) -> str:
    """The question as a signed token of our own (RFC 9101), for clocks that differ a little."""
    about = {
        "iss": client.client_id,
        "aud": client.issuer,
        "iat": now,
        "nbf": now - CLOCK_DIFFERENCE_SECONDS,
        "exp": now + REQUEST_SECONDS,
        "jti": secrets.token_urlsafe(16),
    }
    return signed(client, {**question, **about}, kind=REQUEST_OBJECT)
