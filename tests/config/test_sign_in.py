"""A broker's name says how it is asked, and each variable changes one thing of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from reskontra.config import sign_in
from reskontra.signin.brokers import BROKERS, Broker


def test_nothing_said_is_sweden_connect() -> None:
    assert sign_in.broker({}) == BROKERS["sweden_connect"]
    assert sign_in.citizens({}, tls=True)["private_key_file"] == ""


@pytest.mark.parametrize("name", sorted(BROKERS))
def test_a_broker_is_chosen_by_its_name(name: str) -> None:
    assert sign_in.broker({"RESKONTRA_OIDC_BROKER": name}) == BROKERS[name]
    assert BROKERS[name].identity_claims


def test_a_broker_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="sweden_connect, idura, signicat, freja"):
        sign_in.broker({"RESKONTRA_OIDC_BROKER": "bankid"})


def test_each_variable_changes_one_thing() -> None:
    changed = sign_in.broker(
        {
            "RESKONTRA_OIDC_BROKER": "signicat",
            "RESKONTRA_OIDC_SCOPE": "openid nin",
            "RESKONTRA_OIDC_IDENTITY_CLAIMS": "nin other",
            "RESKONTRA_OIDC_EARLIER_CLAIM": "before",
            "RESKONTRA_OIDC_ACR_VALUES": "idp:sbid idp:freja",
            "RESKONTRA_OIDC_WANTED": "idp=sbid|freja,nin_type=PERSON",
            "RESKONTRA_OIDC_SIGNED_REQUEST": "0",
        }
    )
    assert changed == Broker(
        scope="openid nin",
        identity_claims=("nin", "other"),
        earlier_claim="before",
        acr_values=("idp:sbid", "idp:freja"),
        acr_is_said=False,
        takes_claims=False,
        wanted={"idp": ("sbid", "freja"), "nin_type": ("PERSON",)},
        signs_requests=False,
    )


def test_the_demo_is_never_served_over_tls() -> None:
    demo = {"RESKONTRA_OIDC_DEMO": "1"}
    assert sign_in.citizens(demo, tls=False)["demo"] is True
    assert sign_in.citizens(demo, tls=True)["demo"] is False
    assert sign_in.staff(demo, tls=True)["demo"] is False


def test_staff_are_asked_for_by_their_groups() -> None:
    said = {
        "RESKONTRA_STAFF_OIDC_ROLES_CLAIM": "roles",
        "RESKONTRA_STAFF_OIDC_ACR_VALUES": "mfa",
        "RESKONTRA_STAFF_OIDC_SIGNED_REQUEST": "1",
    }
    assert sign_in.staff(said, tls=True)["broker"] == Broker(
        scope="openid profile", other_claims=("name", "roles"), acr_values=("mfa",)
    )
    plain = sign_in.staff({}, tls=True)["broker"]
    assert isinstance(plain, Broker)
    assert (plain.signs_requests, plain.other_claims) == (False, ("name", "groups"))
