"""What a provider says of itself, and whether it has signed what comes in its name.

    found = provider_of(client)
    claims = verified(found, token)

The one rule: what is not signed by a key that the provider shows is not read. Its documents are
kept for an hour; a signature by an unknown key has its keys read anew, but once a minute at most,
so that nobody can make us knock at its door.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
from django.core.cache import cache
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import KeySet

from reskontra.signin.refusals import AnswerNotTrusted, ProviderUnreachable, SignInNotSetUp
from reskontra.signin.relying import Client

SIGNATURES = ("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512")
"""The signatures that are believed: all with a key pair, so no secret of ours can make one."""

CLOCK_DIFFERENCE_SECONDS = 30
CACHE_SECONDS = 60 * 60
KEYS_AGAIN_SECONDS = 60
ANSWER_WITHIN_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What the provider says of itself in its discovery document."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str
    end_session_endpoint: str
    names_itself: bool
    """Says with each answer who it is (RFC 9207)."""
    shows_greeting: bool
    """Shows a text of ours beside the sign-in (`userMessage` of the Swedish profile)."""


def provider_of(client: Client) -> Provider:
    """The provider's addresses, read from it once an hour."""
    if not client.issuer:
        raise SignInNotSetUp
    found = _kept(f"{client.issuer}/.well-known/openid-configuration")
    if found.get("issuer") != client.issuer:
        raise AnswerNotTrusted("issuer of the discovery document")
    try:
        return Provider(
            issuer=client.issuer,
            authorization_endpoint=str(found["authorization_endpoint"]),
            token_endpoint=str(found["token_endpoint"]),
            userinfo_endpoint=str(found.get("userinfo_endpoint", "")),
            jwks_uri=str(found["jwks_uri"]),
            end_session_endpoint=str(found.get("end_session_endpoint", "")),
            names_itself=found.get("authorization_response_iss_parameter_supported") is True,
            shows_greeting=found.get("https://id.oidc.se/disco/userMessageSupported") is True,
        )
    except KeyError as error:
        raise AnswerNotTrusted("discovery document") from error


def verified(provider: Provider, token: str) -> jwt.Token:
    """The token when its signature is right; an unknown key is looked for once more."""
    try:
        return jwt.decode(token, _keys_of(provider), algorithms=SIGNATURES)
    except InvalidKeyIdError:
        if not cache.add(f"{provider.jwks_uri}#again", True, KEYS_AGAIN_SECONDS):
            raise
        cache.delete(provider.jwks_uri)
        return jwt.decode(token, _keys_of(provider), algorithms=SIGNATURES)


def _keys_of(provider: Provider) -> KeySet:
    return KeySet.import_key_set({"keys": _kept(provider.jwks_uri).get("keys", [])})


def _kept(url: str) -> dict[str, Any]:
    """The JSON document at `url`, asked for at most once an hour."""
    found: dict[str, Any] | None = cache.get(url)
    if found is None:
        try:
            response = requests.get(url, timeout=ANSWER_WITHIN_SECONDS)
            response.raise_for_status()
            found = response.json()
        except (requests.RequestException, ValueError) as error:
            raise ProviderUnreachable from error
        cache.set(url, found, CACHE_SECONDS)
    return found
