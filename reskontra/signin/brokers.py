"""How each provider of e-identification is asked, and which of its claims are believed.

    BROKERS["signicat"].identity_claims   -> ("nin",)

`docs/howto/connect_sign_in.md` has them as a table, with what is not verified and where each comes
from.

The one rule: what differs between providers is a value here or in the settings, never a branch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OIDC_SE = "https://id.oidc.se/claim/"
FREJA = "https://frejaeid.com/oidc/"
LEVELS = ("http://id.elegnamnden.se/loa/1.0/loa3", "http://id.elegnamnden.se/loa/1.0/loa4")
"""The levels of assurance that are accepted when nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """What is asked of one provider, and what must be said in return."""

    scope: str = "openid"
    identity_claims: tuple[str, ...] = ()
    """Where the identity number may be; the first that is said counts."""
    earlier_claim: str = ""
    """Where the coordination number is that somebody had before."""
    other_claims: tuple[str, ...] = ()
    """What else must be said."""
    acr_values: tuple[str, ...] = ()
    """What is asked for: levels of assurance, or at some brokers kinds of e-identification."""
    acr_is_said: bool = True
    """Asked for as an essential claim, so `acr` must be one of them; else merely as a parameter."""
    takes_claims: bool = True
    """Knows the parameter `claims`; else the scope alone says what is asked for."""
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Claims that must have one of these values."""
    signs_requests: bool = True
    """Takes a signed request object; we send one as soon as we have a key."""
    takes_secret: bool = False
    """Has no way to know us by a key, so that a secret must do."""


BROKERS: Mapping[str, Broker] = {
    "sweden_connect": Broker(
        scope="openid https://id.oidc.se/scope/naturalPersonNumber",
        identity_claims=(f"{OIDC_SE}personalIdentityNumber", f"{OIDC_SE}coordinationNumber"),
        earlier_claim=f"{OIDC_SE}previousCoordinationNumber",
        acr_values=LEVELS,
    ),
    "idura": Broker(
        identity_claims=("ssn",),
        acr_values=("urn:grn:authn:se:bankid",),
        acr_is_said=False,
        takes_claims=False,
        wanted={"identityscheme": ("sebankid",), "country": ("SE",)},
    ),
    "signicat": Broker(
        scope="openid profile nin",
        identity_claims=("nin",),
        acr_values=("idp:sbid",),
        acr_is_said=False,
        takes_claims=False,
        wanted={"idp": ("sbid",), "nin_issuing_country": ("SE",), "nin_type": ("PERSON",)},
    ),
    "freja": Broker(
        scope=(f"openid {FREJA}scopes/personalIdentityNumber {FREJA}scopes/registrationLevel"),
        identity_claims=(f"{FREJA}claims/personalIdentityNumber",),
        acr_is_said=False,
        wanted={
            f"{FREJA}claims/registrationLevel": ("PLUS",),
            f"{FREJA}claims/country": ("SE",),
        },
        signs_requests=False,
        takes_secret=True,
    ),
}
