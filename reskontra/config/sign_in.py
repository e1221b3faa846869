"""How the environment says whom to ask at sign-in: a broker by name, and what differs from it.

    citizens({"RESKONTRA_OIDC_BROKER": "signicat", "RESKONTRA_OIDC_ISSUER": "https://…", …})

The one rule: with nothing said, it is asked as Sweden Connect's profile asks, for level 3 or 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.core.exceptions import ImproperlyConfigured

from reskontra.config import environment
from reskontra.signin.brokers import BROKERS, Broker

DEFAULT = "sweden_connect"


def citizens(environ: Mapping[str, str], *, tls: bool) -> dict[str, object]:
    """Who we are to the citizens' provider, and how it is asked."""
    return {
        **_who("RESKONTRA_OIDC", environ),
        "broker": broker(environ),
        "demo": _demo(environ, tls=tls),
    }


def staff(environ: Mapping[str, str], *, tls: bool) -> dict[str, object]:
    """Who we are to the provider that staff sign in by."""
    asked = staff_broker(
        roles_claim=environ.get("RESKONTRA_STAFF_OIDC_ROLES_CLAIM", "groups"),
        acr_values=environ.get("RESKONTRA_STAFF_OIDC_ACR_VALUES", "").split(),
    )
    signs = environ.get("RESKONTRA_STAFF_OIDC_SIGNED_REQUEST") == "1"
    return {
        **_who("RESKONTRA_STAFF_OIDC", environ),
        "broker": replace(asked, signs_requests=signs),
        "demo": _demo(environ, tls=tls),
    }


def broker(environ: Mapping[str, str]) -> Broker:
    """The broker that RESKONTRA_OIDC_BROKER names, with what the other variables change of it."""
    name = environ.get("RESKONTRA_OIDC_BROKER", DEFAULT)
    if name not in BROKERS:
        raise ImproperlyConfigured(
            f"RESKONTRA_OIDC_BROKER is {name!r}: write one of {', '.join(BROKERS)}."
        )
    changes: dict[str, object] = {}
    if "RESKONTRA_OIDC_SCOPE" in environ:
        changes["scope"] = environ["RESKONTRA_OIDC_SCOPE"]
    if "RESKONTRA_OIDC_EARLIER_CLAIM" in environ:
        changes["earlier_claim"] = environ["RESKONTRA_OIDC_EARLIER_CLAIM"]
    for field, variable in (
        ("identity_claims", "RESKONTRA_OIDC_IDENTITY_CLAIMS"),
        ("acr_values", "RESKONTRA_OIDC_ACR_VALUES"),
    ):
        if variable in environ:
            changes[field] = tuple(environ[variable].split())
    if "RESKONTRA_OIDC_WANTED" in environ:
        said = environment.pairs("RESKONTRA_OIDC_WANTED", environ=environ)
        changes["wanted"] = {claim: tuple(values.split("|")) for claim, values in said.items()}
    if "RESKONTRA_OIDC_SIGNED_REQUEST" in environ:
        changes["signs_requests"] = environ["RESKONTRA_OIDC_SIGNED_REQUEST"] != "0"
    return replace(BROKERS[name], **changes)  # type: ignore[arg-type]


def staff_broker(*, roles_claim: str, acr_values: list[str]) -> Broker:
    """How the provider of staff is asked: who it is by name, and which groups.

    Unsigned, for what municipalities have for their staff seldom takes request objects.
    """
    return Broker(
        scope="openid profile",
        other_claims=("name", roles_claim),
        acr_values=tuple(acr_values),
        signs_requests=False,
    )


def _who(prefix: str, environ: Mapping[str, str]) -> dict[str, object]:
    return {
        "issuer": environ.get(f"{prefix}_ISSUER", ""),
        "client_id": environ.get(f"{prefix}_CLIENT_ID", ""),
        "client_secret": environment.secret(f"{prefix}_CLIENT_SECRET", environ=environ),
        "private_key_file": environ.get(f"{prefix}_PRIVATE_KEY_FILE", ""),
    }


def _demo(environ: Mapping[str, str], *, tls: bool) -> bool:
    """Never over TLS: there the people are not invented."""
    return environ.get("RESKONTRA_OIDC_DEMO") == "1" and not tls
