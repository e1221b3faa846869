"""Who we are to a provider: the name and the key by which it knows us.

    signed(client, {"iss": "us", "aud": "https://provider.example"}, kind="oauth-authz-req+jwt")

The one rule: the private half of the key stays in its file and in this process.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from reskontra.signin.brokers import Broker
from reskontra.signin.refusals import SignInNotSetUp

CURVES = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
"""Each curve has one signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are to the provider, and what we ask of it."""

    issuer: str
    client_id: str
    client_secret: str
    private_key_file: str
    broker: Broker
    demo: bool

    @property
    def signs_requests(self) -> bool:
        """Whether what we ask for is signed, so that nobody on the way can ask for less."""
        return bool(self.private_key_file) and self.broker.signs_requests

    @property
    def may_use_secret(self) -> bool:
        """Whether a secret may stand in for the key."""
        return self.demo or self.broker.takes_secret


def private_key(client: Client) -> ECKey | RSAKey:
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


def signature_of(key: ECKey | RSAKey) -> str:
    """The name of the signature that the key makes."""
    return CURVES[key.curve_name] if isinstance(key, ECKey) else "RS256"


def public_keys(client: Client) -> dict[str, list[dict[str, Any]]]:
    """Our public keys, for a provider that reads them from us."""
    if not client.private_key_file:
        return {"keys": []}
    key = private_key(client)
    return {"keys": [{**key.as_dict(private=False), "use": "sig", "alg": signature_of(key)}]}


def signed(client: Client, claims: Mapping[str, Any], *, kind: str) -> str:
    """The claims as a token of ours, of the `typ` that `kind` says."""
    key = private_key(client)
    signature = signature_of(key)
    header = {"alg": signature, "kid": key.kid, "typ": kind}
    return jwt.encode(header, dict(claims), key, algorithms=[signature])


def _pem_key(content: bytes) -> ECKey | RSAKey:
    loaded = load_pem_private_key(content, password=None)
    if isinstance(loaded, EllipticCurvePrivateKey):
        return ECKey.import_key(loaded)
    if isinstance(loaded, RSAPrivateKey):
        return RSAKey.import_key(loaded)
    raise SignInNotSetUp
