"""OpenID Connect with one provider of e-identification: check its answer, and sign out there.

    person = answer(client, attempt, parameters=request.GET, now=now)

The answer is an ID token whose signature, issuer, audience, nonce, age and level are all checked
before anything in it is believed; what it lacks is read from UserInfo, if that is signed too.

The one rule: nothing comes out of here but what the provider has signed, and it is never logged.
`docs/howto/connect_sign_in.md` says how to connect a provider.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc import jwt
from joserfc.errors import InvalidClaimError, JoseError

from reskontra.domain.identity import IdentityKind, NotIdentityNumber, parse_identity_number
from reskontra.signin.asking import Attempt
from reskontra.signin.provider import (
    ANSWER_WITHIN_SECONDS,
    CLOCK_DIFFERENCE_SECONDS,
    Provider,
    provider_of,
    verified,
)
from reskontra.signin.refusals import (
    AnswerNotTrusted,
    LevelTooLow,
    NumberMissing,
    ProviderUnreachable,
    SignInCancelled,
    SignInLost,
    SignInNotSetUp,
    SignInRefused,
)
from reskontra.signin.relying import Client, private_key, signature_of

LONGEST_AGE_SECONDS = 5 * 60
ATTEMPT_SECONDS = 10 * 60
SIGNED_USERINFO = "application/jwt"
ERRORS: Mapping[str, type[SignInRefused]] = {
    "access_denied": SignInCancelled,
    "unmet_authentication_requirements": LevelTooLow,
    "temporarily_unavailable": ProviderUnreachable,
}
"""What the provider's own errors mean to the person; any other is just a sign-in that failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who came back, by numbers of twelve digits."""

    identity_number: str
    earlier_number: str
    """The coordination number that the person had before; "" when none is told."""
    said: Mapping[str, Any]
    """The claims of the ID token."""

    def __repr__(self) -> str:
        """Without the numbers, since representations end up in logs."""
        return "Person(…)"


def answer(client: Client, attempt: Attempt, *, parameters: Mapping[str, str], now: int) -> Person:
    """Who it is that came back with `parameters`.

    Refuses as `said_of`, and an answer without an identity number. The number is looked for in the
    ID token, then in the UserInfo, whose subject must be the same.
    """
    said, access_token = _answered(client, attempt, parameters=parameters, now=now)
    found = said
    if not any(said.get(name) for name in client.broker.identity_claims):
        more = _userinfo(client, access_token=access_token, subject=said["sub"], now=now)
        found = {**more, **said}
    _refuse_unwanted(client, found)
    number = _number(found, client.broker.identity_claims)
    if number is None:
        raise NumberMissing("no right number in any claim")
    earlier = _number(found, (client.broker.earlier_claim,))
    return Person(
        identity_number=number[0],
        earlier_number=earlier[0] if earlier and earlier[1] is IdentityKind.COORDINATION else "",
        said=said,
    )


def said_of(
    client: Client, attempt: Attempt, *, parameters: Mapping[str, str], now: int
) -> dict[str, Any]:
    """The claims of the ID token of the person who came back with `parameters`.

    Refuses an answer to another question (state, issuer, nonce), one that is late, one that is
    not signed by the provider, and a level of assurance that was not asked for.
    """
    said, _ = _answered(client, attempt, parameters=parameters, now=now)
    _refuse_unwanted(client, said)
    return said


def sign_out_address(client: Client, *, return_address: str) -> str:
    """Where to sign out at the provider too; "" when it has no such place.

    The ID token is not sent as a hint: it holds the personal identity number, and is not kept.
    """
    try:
        endpoint = provider_of(client).end_session_endpoint
    except SignInRefused:
        return ""
    fields = {"client_id": client.client_id, "post_logout_redirect_uri": return_address}
    return f"{endpoint}?{urlencode(fields)}" if endpoint else ""


def _answered(
    client: Client, attempt: Attempt, *, parameters: Mapping[str, str], now: int
) -> tuple[dict[str, Any], str]:
    """The claims of the ID token, and the key to the UserInfo."""
    if not secrets.compare_digest(parameters.get("state", ""), attempt.state):
        raise SignInLost("state")
    if now - attempt.begun_at > ATTEMPT_SECONDS:
        raise SignInLost("too late")
    provider = provider_of(client)
    named = client.issuer if not provider.names_itself else ""
    if parameters.get("iss", named) != client.issuer:
        raise AnswerNotTrusted("issuer of the answer")
    if "error" in parameters:
        raise ERRORS.get(parameters["error"], SignInRefused)("the provider's own error")
    if "code" not in parameters:
        raise AnswerNotTrusted("no code")
    tokens = _fetch_tokens(client, provider=provider, attempt=attempt, code=parameters["code"])
    said = _checked(
        client,
        provider=provider,
        token=str(tokens.get("id_token", "")),
        now=now,
        nonce={"essential": True, "value": attempt.nonce},
    )
    _refuse_old(said, now=now)
    return said, str(tokens.get("access_token", ""))


def _oauth(client: Client, *, attempt: Attempt) -> OAuth2Session:
    """A session that proves who we are: by our key, or where there is no other way by a secret."""
    common = {
        "scope": client.broker.scope,
        "redirect_uri": attempt.return_address,
        "code_challenge_method": "S256",
        "default_timeout": ANSWER_WITHIN_SECONDS,
    }
    if client.private_key_file:
        key = private_key(client)
        session = OAuth2Session(
            client.client_id, key, token_endpoint_auth_method=PrivateKeyJWT.name, **common
        )
        session.register_client_auth_method(
            PrivateKeyJWT(headers={"kid": key.kid}, alg=signature_of(key))
        )
        return session
    if not client.may_use_secret:
        raise SignInNotSetUp
    return OAuth2Session(
        client.client_id,
        client.client_secret,
        token_endpoint_auth_method="client_secret_basic",  # noqa: S106 - the name of a method
        **common,
    )


def _fetch_tokens(
    client: Client, *, provider: Provider, attempt: Attempt, code: str
) -> Mapping[str, Any]:
    try:
        with _oauth(client, attempt=attempt) as session:
            found: Mapping[str, Any] = session.fetch_token(
                provider.token_endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=attempt.verifier,
                redirect_uri=attempt.return_address,
            )
    except requests.RequestException as error:
        raise ProviderUnreachable from error
    except (AuthlibBaseError, ValueError) as error:
        raise AnswerNotTrusted("code") from error
    return found


def _userinfo(client: Client, *, access_token: str, subject: str, now: int) -> dict[str, Any]:
    """What the provider signs of the same person elsewhere; nothing when it does not sign it."""
    provider = provider_of(client)
    if not provider.userinfo_endpoint:
        return {}
    try:
        response = requests.get(
            provider.userinfo_endpoint,
            headers={"Authorization": f"Bearer {access_token}", "Accept": SIGNED_USERINFO},
            timeout=ANSWER_WITHIN_SECONDS,
        )
        response.raise_for_status()
    except requests.RequestException as error:
        raise ProviderUnreachable from error
    if response.headers.get("content-type", "").partition(";")[0].strip() != SIGNED_USERINFO:
        return {}
    return _checked(
        client,
        provider=provider,
        token=response.text,
        now=now,
        sub={"essential": True, "value": subject},
    )


def _checked(
    client: Client, *, provider: Provider, token: str, now: int, **more: Any
) -> dict[str, Any]:
    """The claims of a token that is signed by the provider, for us, about somebody, now."""
    try:
        claims = verified(provider, token).claims
        registry = jwt.JWTClaimsRegistry(
            now=now,
            leeway=CLOCK_DIFFERENCE_SECONDS,
            **{
                "iss": {"essential": True, "value": client.issuer},
                "sub": {"essential": True},
                "aud": {"essential": True, "value": client.client_id},
                **more,
            },
        )
        registry.validate(claims)
    except (JoseError, ValueError) as error:
        raise AnswerNotTrusted(_check_of(error)) from error
    if claims.get("azp", client.client_id) != client.client_id:
        raise AnswerNotTrusted("azp")
    return claims


def _check_of(error: Exception) -> str:
    """Which check a token failed: a claim's name, or the sort of fault."""
    return error.claim if isinstance(error, InvalidClaimError) else type(error).__name__


def _refuse_old(said: Mapping[str, Any], *, now: int) -> None:
    """Refuse an ID token that does not end, or that is more than five minutes old.

    `auth_time` too: `prompt=login` asked for a sign-in of now, not of this morning.
    """
    if not isinstance(said.get("exp"), int):
        raise AnswerNotTrusted("exp")
    for name in ("iat", "auth_time"):
        moment = said.get(name, now if name == "auth_time" else None)
        if not isinstance(moment, int) or now - moment > LONGEST_AGE_SECONDS:
            raise AnswerNotTrusted(name)


def _refuse_unwanted(client: Client, said: Mapping[str, Any]) -> None:
    """Refuse an e-identification of another level or kind than is accepted."""
    broker = client.broker
    if broker.acr_values and broker.acr_is_said and said.get("acr") not in broker.acr_values:
        raise LevelTooLow("acr")
    for name, values in broker.wanted.items():
        if said.get(name) not in values:
            raise LevelTooLow(name)


def _number(said: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, IdentityKind] | None:
    """The number in the first of these claims that is said, if a person can have it."""
    told = next((said[name] for name in names if said.get(name)), "")
    try:
        found = parse_identity_number(told if isinstance(told, str) else "")
    except NotIdentityNumber:
        return None
    return None if found.kind is IdentityKind.ORGANIZATION else (found.number, found.kind)
