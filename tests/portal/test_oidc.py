"""What a sign-in refuses: every answer that is not the provider's own, to us, now, at our level."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from reskontra.signin import oidc
from tests.portal.town import CILLA

NOW = 1_750_000_000
ISSUER = "https://provider.example"
CLAIM = "https://id.oidc.se/claim/personalIdentityNumber"
LEVEL = "http://id.elegnamnden.se/loa/1.0/loa3"
KEY = RSAKey.generate_key(2048, {"kid": "k1"})
CLIENT = oidc.Client(
    issuer=ISSUER,
    client_id="us",
    client_secret="",
    private_key_file="",
    identity_claim=CLAIM,
    acr_values=(LEVEL,),
    demo=True,
)
ATTEMPT = oidc.Attempt(
    state="state",
    nonce="nonce",
    verifier="v" * 43,
    return_address="https://us.example/logga-in/klart/",
    language="sv",
    begun_at=NOW - 60,
)
RIGHT = {
    "iss": ISSUER,
    "sub": "opaque",
    "aud": "us",
    "iat": NOW - 5,
    "exp": NOW + 295,
    "auth_time": NOW - 10,
    "nonce": "nonce",
    "acr": LEVEL,
    CLAIM: CILLA,
}
BACK = {"state": "state", "code": "code"}


@pytest.fixture(autouse=True)
def discovered() -> Iterator[None]:
    """The provider's documents as if they had been read within the hour."""
    cache.clear()
    cache.set(
        f"{ISSUER}/.well-known/openid-configuration",
        {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
        },
    )
    cache.set(f"{ISSUER}/jwks", {"keys": [KEY.as_dict(private=False)]})
    yield
    cache.clear()


def answered(monkeypatch: pytest.MonkeyPatch, token: str, **back: str) -> str:
    """The number that comes out when the provider's token endpoint gives `token`."""
    monkeypatch.setattr(oidc, "_fetch_id_token", lambda *_, **__: token)
    return oidc.answer(CLIENT, ATTEMPT, parameters=BACK | back, now=NOW)


def signed(**changes: object) -> str:
    """An ID token of the provider, right but for `changes`; a claim set to None is left out."""
    claims = {name: value for name, value in (RIGHT | changes).items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, KEY)


def test_a_right_answer_gives_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(monkeypatch, signed()) == CILLA


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"iss": "https://other.example"}, oidc.AnswerNotTrusted),
        ({"aud": "somebody else"}, oidc.AnswerNotTrusted),
        ({"aud": ["us", "them"], "azp": "them"}, oidc.AnswerNotTrusted),
        ({"nonce": "another"}, oidc.AnswerNotTrusted),
        ({"nonce": None}, oidc.AnswerNotTrusted),
        ({"exp": NOW - 60}, oidc.AnswerNotTrusted),
        ({"exp": None}, oidc.AnswerNotTrusted),
        ({"iat": NOW - 301}, oidc.AnswerNotTrusted),
        ({"iat": None}, oidc.AnswerNotTrusted),
        ({"auth_time": NOW - 3600}, oidc.AnswerNotTrusted),
        ({"acr": "http://id.elegnamnden.se/loa/1.0/loa2"}, oidc.LevelTooLow),
        ({"acr": None}, oidc.LevelTooLow),
        ({CLAIM: None}, oidc.NumberMissing),
        ({CLAIM: "not a number"}, oidc.NumberMissing),
    ],
)
def test_a_wrong_claim_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, object],
    refusal: type[oidc.SignInRefused],
) -> None:
    with pytest.raises(refusal) as caught:
        answered(monkeypatch, signed(**changes))
    assert CILLA not in f"{caught.value} {caught.value.swedish_text()}"


def test_a_token_without_a_signature_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _, payload, _ = signed().split(".")
    with pytest.raises(oidc.AnswerNotTrusted):
        answered(monkeypatch, f"eyJhbGciOiJub25lIn0.{payload}.")


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By hand, for joserfc itself declines to sign so."""
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"k1"}').rstrip(b"=")
    said = header + b"." + signed().split(".")[1].encode()
    mark = hmac.digest(KEY.as_pem(private=False), said, "sha256")
    token = said + b"." + base64.urlsafe_b64encode(mark).rstrip(b"=")
    with pytest.raises(oidc.AnswerNotTrusted):
        answered(monkeypatch, token.decode())


def test_a_token_signed_with_another_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = RSAKey.generate_key(2048, {"kid": "k1"})
    with pytest.raises(oidc.AnswerNotTrusted):
        answered(monkeypatch, jwt.encode({"alg": "RS256", "kid": "k1"}, dict(RIGHT), other))


@pytest.mark.parametrize(
    ("back", "refusal"),
    [
        ({"state": "of another browser"}, oidc.SignInLost),
        ({"iss": "https://other.example"}, oidc.AnswerNotTrusted),
        ({"error": "access_denied"}, oidc.SignInCancelled),
        ({"error": "server_error"}, oidc.SignInRefused),
    ],
)
def test_a_wrong_return_is_refused(
    monkeypatch: pytest.MonkeyPatch, back: dict[str, str], refusal: type[oidc.SignInRefused]
) -> None:
    with pytest.raises(refusal):
        answered(monkeypatch, signed(), **back)


def test_the_question_asks_for_a_new_sign_in_at_our_level() -> None:
    url, attempt = oidc.ask(CLIENT, return_address="https://us.example/", language="en", now=NOW)
    for part in ("prompt=login", "code_challenge_method=S256", f"state={attempt.state}", "loa3"):
        assert part in url
    assert attempt.verifier not in url


def test_a_secret_is_used_in_the_demo_only() -> None:
    with pytest.raises(oidc.SignInNotSetUp):
        oidc.ask(replace(CLIENT, demo=False), return_address="", language="sv", now=NOW)


@pytest.mark.parametrize("key", [ECKey.generate_key("P-256"), RSAKey.generate_key(2048)])
def test_our_key_is_shown_without_its_private_half(tmp_path: Path, key: ECKey | RSAKey) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(key.as_pem(private=True))
    shown = oidc.public_keys(replace(CLIENT, private_key_file=str(file)))
    assert "'d'" not in str(shown)
    assert "'kid'" in str(shown)
