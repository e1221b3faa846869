"""What a sign-in refuses: every answer that is not the provider's own, to us, now, at our level.

The provider here is one whose every word a test chooses; `test_real_provider.py` has the real one.
"""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from django.core.cache import cache
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from reskontra.domain.texts import Texts
from reskontra.signin import asking, oidc
from reskontra.signin.brokers import BROKERS, OIDC_SE, Broker
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
from reskontra.signin.relying import Client, public_keys
from tests.portal.town import CILLA
from tests.signin.conftest import ADA, ADA_BEFORE, NIMA

NOW = 1_750_000_000
CLAIM = f"{OIDC_SE}personalIdentityNumber"
LEVEL = "http://id.elegnamnden.se/loa/1.0/loa3"
KEY, NEXT_KEY = RSAKey.generate_key(2048, {"kid": "k1"}), RSAKey.generate_key(2048, {"kid": "k2"})
ATTEMPT = asking.Attempt(
    state="state",
    nonce="nonce",
    verifier="v" * 43,
    return_address="https://us.example/logga-in/klart/",
    language="sv",
    begun_at=NOW - 60,
)
BACK = {"state": "state", "code": "code"}


@dataclass
class Provider:
    """A provider that says what a test lets it say."""

    address: str = ""
    id_token: str = ""
    userinfo: str = ""
    userinfo_type: str = "application/jwt"
    keys: list[RSAKey] = field(default_factory=lambda: [KEY])
    asked: list[str] = field(default_factory=list)

    def __call__(self, request: Request) -> Response:
        self.asked.append(request.path)
        if request.path == "/userinfo":
            return Response(self.userinfo, content_type=self.userinfo_type)
        answers: dict[str, object] = {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                **{
                    f"{name}_endpoint": f"{self.address}/{name}"
                    for name in ("authorization", "token", "userinfo")
                },
                "jwks_uri": f"{self.address}/jwks",
            },
            "/jwks": {"keys": [key.as_dict(private=False) for key in self.keys]},
            "/token": {
                "id_token": self.id_token,
                "access_token": "opaque",
                "token_type": "Bearer",
            },
        }
        return Response(json.dumps(answers[request.path]), content_type="application/json")

    def says(self, **changes: object) -> str:
        """An ID token, right but for `changes`; a claim set to None is left out."""
        right = {
            "iss": self.address,
            "sub": "opaque",
            "aud": "us",
            "iat": NOW - 5,
            "exp": NOW + 295,
            "auth_time": NOW - 10,
            "nonce": "nonce",
            "acr": LEVEL,
            CLAIM: CILLA,
        }
        claims = {name: value for name, value in (right | changes).items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, KEY)

    def client(self, broker: Broker = BROKERS["sweden_connect"]) -> Client:
        """Us, as it knows us."""
        return Client(
            issuer=self.address,
            client_id="us",
            client_secret="",
            private_key_file="",
            broker=broker,
            demo=True,
        )

    def answered(self, token: str, **back: str) -> oidc.Person:
        """Who comes out when its token endpoint gives `token`."""
        self.id_token = token
        return oidc.answer(self.client(), ATTEMPT, parameters=BACK | back, now=NOW)


@pytest.fixture
def provider() -> Iterator[Provider]:
    """It answers on a free port of this machine."""
    cache.clear()
    found = Provider()
    server = make_server("localhost", 0, Request.application(found))
    found.address = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
    cache.clear()


def test_a_right_answer_gives_the_number(provider: Provider) -> None:
    person = provider.answered(provider.says())
    assert (person.identity_number, person.earlier_number) == (CILLA, "")
    assert "/userinfo" not in provider.asked
    assert CILLA not in repr(person)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"iss": "https://other.example"}, AnswerNotTrusted),
        ({"aud": "somebody else"}, AnswerNotTrusted),
        ({"aud": ["us", "them"], "azp": "them"}, AnswerNotTrusted),
        ({"nonce": "another"}, AnswerNotTrusted),
        ({"nonce": None}, AnswerNotTrusted),
        ({"sub": None}, AnswerNotTrusted),
        ({"exp": NOW - 60}, AnswerNotTrusted),
        ({"exp": None}, AnswerNotTrusted),
        ({"iat": NOW - 301}, AnswerNotTrusted),
        ({"iat": NOW + 60}, AnswerNotTrusted),
        ({"iat": None}, AnswerNotTrusted),
        ({"auth_time": NOW - 3600}, AnswerNotTrusted),
        ({"acr": "http://id.elegnamnden.se/loa/1.0/loa2"}, LevelTooLow),
        ({"acr": None}, LevelTooLow),
        ({CLAIM: "not a number"}, NumberMissing),
        ({CLAIM: "2120000142"}, NumberMissing),
        ({CLAIM: 198001012385}, NumberMissing),
    ],
)
def test_a_wrong_claim_is_refused(
    provider: Provider, changes: dict[str, object], refusal: type[SignInRefused]
) -> None:
    with pytest.raises(refusal) as caught:
        provider.answered(provider.says(**changes))
    told = f"{caught.value} {caught.value.swedish_text()} {caught.value.because}"
    assert CILLA not in told
    assert caught.value.because


@pytest.mark.parametrize(
    ("claims", "numbers"),
    [
        ({CLAIM: ADA, f"{OIDC_SE}previousCoordinationNumber": ADA_BEFORE}, (ADA, ADA_BEFORE)),
        ({CLAIM: None, f"{OIDC_SE}coordinationNumber": NIMA}, (NIMA, "")),
        ({CLAIM: ADA, f"{OIDC_SE}coordinationNumber": NIMA}, (ADA, "")),
        ({CLAIM: ADA, f"{OIDC_SE}previousCoordinationNumber": CILLA}, (ADA, "")),
    ],
)
def test_the_first_claim_that_is_told_counts_and_a_coordination_number_of_before_comes_along(
    provider: Provider, claims: dict[str, object], numbers: tuple[str, str]
) -> None:
    person = provider.answered(provider.says(**claims))
    assert (person.identity_number, person.earlier_number) == numbers


def test_an_earlier_number_alone_identifies_nobody(provider: Provider) -> None:
    provider.userinfo_type = "application/json"
    only_before = {CLAIM: None, f"{OIDC_SE}previousCoordinationNumber": ADA_BEFORE}
    with pytest.raises(NumberMissing):
        provider.answered(provider.says(**only_before))


def test_what_the_id_token_lacks_is_read_from_signed_userinfo(provider: Provider) -> None:
    provider.userinfo = provider.says(nonce=None, acr="http://id.elegnamnden.se/loa/1.0/loa2")
    person = provider.answered(provider.says(**{CLAIM: None}))
    assert person.identity_number == CILLA


@pytest.mark.parametrize(
    "changes",
    [
        {"sub": "another"},
        {"sub": None},
        {"iss": "https://other.example"},
        {"aud": "somebody else"},
        {"exp": NOW - 60},
    ],
)
def test_userinfo_about_another_or_for_another_is_refused(
    provider: Provider, changes: dict[str, object]
) -> None:
    provider.userinfo = provider.says(**changes)
    with pytest.raises(AnswerNotTrusted):
        provider.answered(provider.says(**{CLAIM: None}))


def test_userinfo_that_nobody_signed_is_not_read(provider: Provider) -> None:
    provider.userinfo, provider.userinfo_type = json.dumps({"sub": "opaque", CLAIM: CILLA}), "json"
    with pytest.raises(NumberMissing):
        provider.answered(provider.says(**{CLAIM: None}))


@pytest.mark.parametrize(
    ("broker", "claims", "changes", "refusal"),
    [
        ("idura", {"identityscheme": "sebankid", "country": "SE", "ssn": CILLA}, {}, None),
        (
            "idura",
            {"identityscheme": "sebankid", "country": "SE", "ssn": CILLA},
            {"identityscheme": "nobankid-oidc"},
            LevelTooLow,
        ),
        (
            "signicat",
            {"idp": "sbid", "nin": CILLA, "nin_issuing_country": "SE", "nin_type": "PERSON"},
            {},
            None,
        ),
        (
            "signicat",
            {"idp": "sbid", "nin": CILLA, "nin_issuing_country": "SE", "nin_type": "PERSON"},
            {"nin_issuing_country": "NO"},
            LevelTooLow,
        ),
        (
            "freja",
            {
                "https://frejaeid.com/oidc/claims/personalIdentityNumber": CILLA,
                "https://frejaeid.com/oidc/claims/registrationLevel": "PLUS",
                "https://frejaeid.com/oidc/claims/country": "SE",
            },
            {"https://frejaeid.com/oidc/claims/registrationLevel": "EXTENDED"},
            LevelTooLow,
        ),
    ],
)
def test_each_broker_s_claims_are_read_and_its_level_is_minded(
    provider: Provider,
    broker: str,
    claims: dict[str, object],
    changes: dict[str, object],
    refusal: type[SignInRefused] | None,
) -> None:
    who = provider.client(BROKERS[broker])
    without = {CLAIM: None, "acr": None}
    provider.id_token = provider.says(**without, **claims)
    right = oidc.answer(who, ATTEMPT, parameters=BACK, now=NOW)
    assert right.identity_number == CILLA
    if refusal is not None:
        provider.id_token = provider.says(**without, **(claims | changes))
        with pytest.raises(refusal):
            oidc.answer(who, ATTEMPT, parameters=BACK, now=NOW)


def test_a_token_without_a_signature_is_refused(provider: Provider) -> None:
    _, payload, _ = provider.says().split(".")
    with pytest.raises(AnswerNotTrusted):
        provider.answered(f"eyJhbGciOiJub25lIn0.{payload}.")


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(provider: Provider) -> None:
    """By hand, for joserfc itself declines to sign so."""
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"k1"}').rstrip(b"=")
    said = header + b"." + provider.says().split(".")[1].encode()
    mark = hmac.digest(KEY.as_pem(private=False), said, "sha256")
    token = said + b"." + base64.urlsafe_b64encode(mark).rstrip(b"=")
    with pytest.raises(AnswerNotTrusted):
        provider.answered(token.decode())


def test_a_token_signed_with_another_key_is_refused(provider: Provider) -> None:
    other = RSAKey.generate_key(2048, {"kid": "k1"})
    claims = jwt.decode(provider.says(), KEY).claims
    with pytest.raises(AnswerNotTrusted):
        provider.answered(jwt.encode({"alg": "RS256", "kid": "k1"}, claims, other))


def test_new_keys_of_the_provider_are_read_but_not_at_every_knock(provider: Provider) -> None:
    provider.answered(provider.says())
    claims = jwt.decode(provider.says(), KEY).claims
    unknown = jwt.encode({"alg": "RS256", "kid": "k2"}, claims, NEXT_KEY)
    provider.keys = [KEY, NEXT_KEY]
    assert provider.answered(unknown).identity_number == CILLA
    provider.keys = [KEY]
    for _ in range(3):
        with pytest.raises(AnswerNotTrusted):
            provider.answered(jwt.encode({"alg": "RS256", "kid": "k3"}, claims, NEXT_KEY))
    assert provider.asked.count("/jwks") == 2


@pytest.mark.parametrize(
    ("back", "refusal"),
    [
        ({"state": "of another browser"}, SignInLost),
        ({"iss": "https://other.example"}, AnswerNotTrusted),
        ({"error": "access_denied"}, SignInCancelled),
        ({"error": "unmet_authentication_requirements"}, LevelTooLow),
        ({"error": "temporarily_unavailable"}, ProviderUnreachable),
        ({"error": "server_error"}, SignInRefused),
    ],
)
def test_a_wrong_return_is_refused(
    provider: Provider, back: dict[str, str], refusal: type[SignInRefused]
) -> None:
    with pytest.raises(refusal):
        provider.answered(provider.says(), **back)


def test_a_sign_in_of_more_than_ten_minutes_is_refused(provider: Provider) -> None:
    begun = replace(ATTEMPT, begun_at=NOW - 601)
    with pytest.raises(SignInLost):
        oidc.answer(provider.client(), begun, parameters=BACK, now=NOW)


def test_a_provider_that_does_not_answer_is_said_not_to() -> None:
    silent = replace(Provider(address="http://localhost:1").client())
    with pytest.raises(ProviderUnreachable):
        asking.ask(silent, return_address="https://us.example/", language="sv", now=NOW)


def test_the_question_asks_for_a_new_sign_in_at_our_level(provider: Provider) -> None:
    who = provider.client()
    url, attempt = asking.ask(who, return_address="https://us.example/", language="en", now=NOW)
    for part in ("prompt=login", "code_challenge_method=S256", f"state={attempt.state}", "loa3"):
        assert part in url
    assert attempt.verifier not in url


def test_a_greeting_is_sent_to_a_provider_that_shows_it_alone(provider: Provider) -> None:
    who, words = provider.client(), Texts(sv="Välkommen", en="Welcome")
    url, _ = asking.ask(who, return_address="", language="sv", greeting=words, now=NOW)
    assert "userMessage" not in url


def test_a_secret_is_used_in_the_demo_or_where_there_is_no_other_way(provider: Provider) -> None:
    real = replace(provider.client(), demo=False)
    with pytest.raises(SignInNotSetUp):
        asking.ask(real, return_address="", language="sv", now=NOW)
    freja = replace(real, broker=BROKERS["freja"], client_secret="known to two")
    url, _ = asking.ask(freja, return_address="", language="sv", now=NOW)
    assert "registrationLevel" in url


@pytest.mark.parametrize(
    ("key", "signature"),
    [
        (ECKey.generate_key("P-256"), "ES256"),
        (ECKey.generate_key("P-384"), "ES384"),
        (RSAKey.generate_key(2048), "RS256"),
    ],
)
def test_our_key_is_shown_without_its_private_half(
    tmp_path: Path, key: ECKey | RSAKey, signature: str
) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(key.as_pem(private=True))
    who = replace(Provider().client(), private_key_file=str(file))
    (shown,) = public_keys(who)["keys"]
    assert "d" not in shown
    assert (shown["alg"], shown["use"]) == (signature, "sig")
    assert shown["kid"]
