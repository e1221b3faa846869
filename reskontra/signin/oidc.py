"""OpenID Connect with one provider of e-identification: ask who it is, and check the answer.

    url, attempt = ask(settings, return_address="https://…/logga-in/klart/", language="sv")
    number = answer(settings, attempt, parameters=request.GET, now=clock.now())

The flow is the authorization code flow with PKCE (S256), a state, a nonce and `prompt=login`; when
levels of assurance are set, they are asked for as essential. The answer is an ID token whose
signature, issuer, audience, nonce, age and level are all checked before anything in it is believed.

The one rule: nothing comes out of here but what the provider has signed, and it is never logged.
`docs/howto/connect_sign_in.md` says how to connect a provider.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.cache import cache
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from reskontra.domain.identity import NotIdentityNumber, parse_identity_number
from reskontra.domain.refusal import Refused

SIGNATURES = ("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512")
"""The signatures that are believed: all with a key pair, so no secret of ours can make one."""

LONGEST_AGE_SECONDS = 5 * 60
CLOCK_DIFFERENCE_SECONDS = 30
ATTEMPT_SECONDS = 10 * 60
CACHE_SECONDS = 60 * 60
ANSWER_WITHIN_SECONDS = 10


class SignInRefused(Refused):
    """The sign-in did not succeed. Please try again."""

    swedish = "Inloggningen lyckades inte. Försök igen."


class SignInNotSetUp(SignInRefused):
    """It is not possible to sign in right now, because sign-in has not been set up."""

    swedish = "Det går inte att logga in just nu, eftersom inloggningen inte är inställd."


class SignInCancelled(SignInRefused):
    """The sign-in was cancelled. Nothing has changed, and you can try again."""

    swedish = "Inloggningen avbröts. Inget har ändrats och du kan försöka igen."


class SignInLost(SignInRefused):
    """The sign-in took too long, or was begun in another window. Please begin again here."""

    swedish = "Inloggningen tog för lång tid eller påbörjades i ett annat fönster. Börja om här."


class ProviderUnreachable(SignInRefused):
    """The e-identification service does not answer. Please try again in a while."""

    swedish = "Tjänsten för e-legitimation svarar inte. Försök igen om en stund."


class AnswerNotTrusted(SignInRefused):
    """The answer from the e-identification service could not be verified. Please try again."""

    swedish = "Svaret från e-legitimationen gick inte att kontrollera. Försök igen."


class LevelTooLow(SignInRefused):
    """Your e-identification is not of a level that is accepted here. Please use another one."""

    swedish = "E-legitimationen har inte en godkänd tillitsnivå. Använd en annan e-legitimation."


class NumberMissing(SignInRefused):
    """Your e-identification gave no Swedish personal identity number, which is needed here."""

    swedish = "Din e-legitimation lämnade inget svenskt personnummer, och det behövs här."


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are to the provider, and what we ask of it."""

    issuer: str
    client_id: str
    client_secret: str
    private_key_file: str
    identity_claim: str
    acr_values: tuple[str, ...]
    demo: bool
    claims: tuple[str, ...] = ()
    """What else must be said of the person, by the names of claims."""
    scope: str = "openid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What the provider says of itself in its discovery document."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str


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


def provider_of(client: Client) -> Provider:
    """The provider's addresses, read from it once an hour."""
    if not client.issuer:
        raise SignInNotSetUp
    found = _kept(f"{client.issuer}/.well-known/openid-configuration")
    if found.get("issuer") != client.issuer:
        raise AnswerNotTrusted
    try:
        return Provider(
            authorization_endpoint=str(found["authorization_endpoint"]),
            token_endpoint=str(found["token_endpoint"]),
            jwks_uri=str(found["jwks_uri"]),
            end_session_endpoint=str(found.get("end_session_endpoint", "")),
        )
    except KeyError as error:
        raise AnswerNotTrusted from error


def ask(client: Client, *, return_address: str, language: str, now: int) -> tuple[str, Attempt]:
    """The address to send the person to, and what to keep until they come back."""
    provider = provider_of(client)
    attempt = Attempt(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        return_address=return_address,
        language=language,
        begun_at=now,
    )
    url, _ = _oauth(client, attempt=attempt).create_authorization_url(
        provider.authorization_endpoint,
        state=attempt.state,
        code_verifier=attempt.verifier,
        nonce=attempt.nonce,
        prompt="login",
        ui_locales=language,
        **_claims_parameter(client),
    )
    return url, attempt


def answer(client: Client, attempt: Attempt, *, parameters: Mapping[str, str], now: int) -> str:
    """The personal identity number, twelve digits, of the person who came back with `parameters`.

    Refuses as `said_of`, and an answer without such a number.
    """
    number = said_of(client, attempt, parameters=parameters, now=now).get(client.identity_claim)
    try:
        return parse_identity_number(number if isinstance(number, str) else "").number
    except NotIdentityNumber:
        raise NumberMissing from None


def said_of(
    client: Client, attempt: Attempt, *, parameters: Mapping[str, str], now: int
) -> dict[str, Any]:
    """What the provider has signed of the person who came back with `parameters`, by claim.

    Refuses an answer to another question (state, issuer, nonce), one that is late, one that is
    not signed by the provider, and a level of assurance that was not asked for.
    """
    if not secrets.compare_digest(parameters.get("state", ""), attempt.state):
        raise SignInLost
    if now - attempt.begun_at > ATTEMPT_SECONDS:
        raise SignInLost
    if parameters.get("iss", client.issuer) != client.issuer:
        raise AnswerNotTrusted
    if "error" in parameters:
        raise SignInCancelled if parameters["error"] == "access_denied" else SignInRefused
    if "code" not in parameters:
        raise AnswerNotTrusted
    provider = provider_of(client)
    token = _fetch_id_token(client, provider=provider, attempt=attempt, code=parameters["code"])
    return _checked(client, provider=provider, token=token, nonce=attempt.nonce, now=now)


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


def public_keys(client: Client) -> dict[str, object]:
    """Our public keys, for a provider that reads them from us."""
    if not client.private_key_file:
        return {"keys": []}
    return {"keys": [_private_key(client).as_dict(private=False)]}


def _claims_parameter(client: Client) -> dict[str, str]:
    names = (client.identity_claim, *client.claims) if client.identity_claim else client.claims
    wanted: dict[str, object] = {name: {"essential": True} for name in names}
    if client.acr_values:
        wanted["acr"] = {"essential": True, "values": list(client.acr_values)}
    return {"claims": json.dumps({"id_token": wanted})}


def _oauth(client: Client, *, attempt: Attempt) -> OAuth2Session:
    """A session that proves who we are: by our key, or in the demo by a secret."""
    common = {
        "scope": client.scope,
        "redirect_uri": attempt.return_address,
        "code_challenge_method": "S256",
        "default_timeout": ANSWER_WITHIN_SECONDS,
    }
    if client.private_key_file:
        key = _private_key(client)
        session = OAuth2Session(
            client.client_id, key, token_endpoint_auth_method=PrivateKeyJWT.name, **common
        )
        algorithm = "ES256" if isinstance(key, ECKey) else "RS256"
        session.register_client_auth_method(PrivateKeyJWT(headers={"kid": key.kid}, alg=algorithm))
        return session
    if not client.demo:
        raise SignInNotSetUp
    return OAuth2Session(
        client.client_id,
        client.client_secret,
        token_endpoint_auth_method="client_secret_basic",  # noqa: S106 - the name of a method
        **common,
    )


def _private_key(client: Client) -> ECKey | RSAKey:
    """Our key, from a PEM or JWK file; its `kid` is the file's, else its RFC 7638 thumbprint."""
    content = Path(client.private_key_file).read_bytes()
    if content.lstrip().startswith(b"{"):
        fields = json.loads(content)
        elliptic = fields.get("kty") == "EC"
        key = ECKey.import_key(fields) if elliptic else RSAKey.import_key(fields)
    else:
        key = _pem_key(content)
    key.ensure_kid()
    return key


def _pem_key(content: bytes) -> ECKey | RSAKey:
    loaded = load_pem_private_key(content, password=None)
    if isinstance(loaded, EllipticCurvePrivateKey):
        return ECKey.import_key(loaded)
    if isinstance(loaded, RSAPrivateKey):
        return RSAKey.import_key(loaded)
    raise SignInNotSetUp


def _fetch_id_token(client: Client, *, provider: Provider, attempt: Attempt, code: str) -> str:
    try:
        with _oauth(client, attempt=attempt) as session:
            found = session.fetch_token(
                provider.token_endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=attempt.verifier,
                redirect_uri=attempt.return_address,
            )
    except requests.RequestException as error:
        raise ProviderUnreachable from error
    except (AuthlibBaseError, ValueError) as error:
        raise AnswerNotTrusted from error
    return str(found.get("id_token", ""))


def _checked(
    client: Client, *, provider: Provider, token: str, nonce: str, now: int
) -> dict[str, Any]:
    """The claims of an ID token that is signed by the provider, for us, now, at our level."""
    try:
        claims = _decoded(provider, token)
        registry = jwt.JWTClaimsRegistry(
            now=now,
            leeway=CLOCK_DIFFERENCE_SECONDS,
            iss={"essential": True, "value": client.issuer},
            sub={"essential": True},
            aud={"essential": True, "value": client.client_id},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        registry.validate(claims)
    except (JoseError, ValueError) as error:
        raise AnswerNotTrusted from error
    if claims.get("azp", client.client_id) != client.client_id:
        raise AnswerNotTrusted
    for moment in (claims["iat"], claims.get("auth_time", now)):
        if not isinstance(moment, int) or now - moment > LONGEST_AGE_SECONDS:
            raise AnswerNotTrusted
    if client.acr_values and claims.get("acr") not in client.acr_values:
        raise LevelTooLow
    return claims


def _decoded(provider: Provider, token: str) -> dict[str, Any]:
    """The token's claims when its signature is right; an unknown key is looked for once more."""
    try:
        return jwt.decode(token, _keys_of(provider), algorithms=SIGNATURES).claims
    except InvalidKeyIdError:
        cache.delete(provider.jwks_uri)
        return jwt.decode(token, _keys_of(provider), algorithms=SIGNATURES).claims


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
