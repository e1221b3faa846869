"""The portal with a real provider of e-identification, configured as Sweden Connect's profile asks.

    def test_something(portal: StrictPortal) -> None:
        page = portal.sign_in(CILLA)

Persons of the provider do what their names say: whoever is called "audience" gets an ID token for
somebody else (`provider.mjs`).

The one rule: nothing between the browser and the rows is pretended.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from joserfc import jwt
from joserfc.jwk import ECKey
from playwright.sync_api import Browser, Page

from reskontra.intake import invoices
from reskontra.portal import house
from reskontra.signin.brokers import BROKERS
from reskontra.signin.relying import Client, public_keys
from tests.portal import town
from tests.portal.conftest import free_port, serving_portal, wait_for
from tests.portal.portal import SIGN_IN, WAIT_MS, follow
from tests.tidy.ours import ROOT

CLIENT_ID = "https://fakturor.example.se"
SAID = "https://id.oidc.se/claim/"
ADA_BEFORE, ADA = town.number("19900161"), town.number("19900102")
"""A coordination number, and the personal identity number that the same person got later."""
NIMA = town.number("19850565")
"""Somebody who has a coordination number and no other."""

INVOICES = {"6001": town.CILLA, "6002": ADA, "6003": ADA_BEFORE, "6004": NIMA}
"""One invoice to each number."""

PERSONS: dict[str, dict[str, Any]] = {
    "cilla": {"claims": {f"{SAID}personalIdentityNumber": town.CILLA}},
    "ada": {
        "claims": {
            f"{SAID}personalIdentityNumber": ADA,
            f"{SAID}previousCoordinationNumber": ADA_BEFORE,
        }
    },
    "nima": {"claims": {f"{SAID}coordinationNumber": NIMA}},
    "told elsewhere": {"claims": {}, "userinfo": {f"{SAID}personalIdentityNumber": town.CILLA}},
    "no number": {"claims": {}},
    "an organization": {"claims": {f"{SAID}personalIdentityNumber": "2120000142"}},
    **{
        fault: {
            "claims": {},
            "userinfo": {f"{SAID}personalIdentityNumber": town.CILLA},
            "fault": fault,
        }
        for fault in ("userinfo_of_another", "userinfo_unsigned")
    },
    **{
        fault: {"claims": {f"{SAID}personalIdentityNumber": town.CILLA}, "fault": fault}
        for fault in (
            *("audience", "issuer", "nonce", "level", "no_level", "expired", "old"),
            *("old_sign_in", "unknown_key", "false_key", "unsigned"),
            *("cannot", "busy"),
        )
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict:
    """Where the provider answers, where it expects the portal, and the portal's own key."""

    address: str
    portal_port: int
    key_file: str

    @property
    def settings(self) -> dict[str, object]:
        """The portal's side of it."""
        return {
            "issuer": self.address,
            "client_id": CLIENT_ID,
            "client_secret": "",
            "private_key_file": self.key_file,
            "broker": BROKERS["sweden_connect"],
            "demo": False,
        }


@dataclass
class StrictPortal:
    """The portal's address, its provider's, and a browser to visit them with."""

    address: str
    provider: str
    browser: Browser

    key_file: str

    def visit(self, *, language: str = "sv") -> Page:
        """A fresh window at the portal's first page."""
        context = self.browser.new_context(locale="sv-SE")
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        page.goto(f"{self.address}/{language}/")
        return page

    def begin(self, *, language: str = "sv") -> Page:
        """A fresh window at the provider's list of persons."""
        page = self.visit(language=language)
        follow(page.get_by_role("link", name=SIGN_IN[language]))
        return page

    def sign_in(self, person: str, *, language: str = "sv", width: int = 1280) -> Page:
        """A fresh window in which the person has come back; it shows what comes after."""
        page = self.begin(language=language)
        self.choose(page, person)
        return page

    def choose(self, page: Page, person: str) -> None:
        """Be this person at the provider."""
        follow(page.get_by_role("link", name=person, exact=True))
        page.wait_for_url(f"{self.address}/**")

    def read(self, token: str) -> dict[str, Any]:
        """What the portal has signed with its key."""
        key = ECKey.import_key(Path(self.key_file).read_bytes())
        return jwt.decode(token, key, algorithms=["ES256"]).claims


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strict]:
    """The provider, in a process of its own."""
    folder = tmp_path_factory.mktemp("provider")
    port = free_port()
    key = folder / "sign-in.pem"
    key.write_bytes(ECKey.generate_key("P-256").as_pem(private=True))
    found = Strict(address=f"http://localhost:{port}", portal_port=free_port(), key_file=str(key))
    told = {
        "port": port,
        "portal": f"http://localhost:{found.portal_port}",
        "client_id": CLIENT_ID,
        "jwks": public_keys(Client(**found.settings)),  # type: ignore[arg-type]
        "persons": {name: {"name": name, **person} for name, person in PERSONS.items()},
    }
    file = folder / "settings.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    command = [str(ROOT / "tools/with_node.sh"), "node", "tests/signin/provider.mjs", str(file)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        wait_for(port)
        yield found
        process.terminate()


@pytest.fixture(scope="module")
def portal(
    db_for_module: None,
    browser: Browser,
    strict: Strict,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[StrictPortal]:
    """The town on 20 April 2025, and the portal that its people sign in to; once for a module."""
    folder = tmp_path_factory.mktemp("town")
    take_in(folder)
    cache.clear()
    own = ["'self'"]
    with (
        pytest.MonkeyPatch.context() as patch,
        serving_portal(strict.portal_port) as address,
        override_settings(
            RESKONTRA_BASE_URL=address,
            OIDC=strict.settings,
            CONTENT_SECURITY_POLICY={
                "DIRECTIVES": {
                    "default-src": ["'none'"],
                    **dict.fromkeys(("style-src", "font-src", "img-src"), own),
                    "form-action": [*own, strict.address],
                }
            },
        ),
    ):
        patch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
        yield StrictPortal(
            address=address, provider=strict.address, browser=browser, key_file=strict.key_file
        )


@pytest.fixture(autouse=True)
def closed_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test leaves a window open behind it."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            context.close()


def take_in(folder: Path) -> None:
    """Let one file of invoices come in, to each who can sign in."""
    records = [_invoice(number, whom) for number, whom in INVOICES.items()]
    file = folder / "invoices.jsonl"
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    invoices.take_in(file, day=date(2025, 4, 5), policy=house.policy())


def _invoice(number: str, whom: str) -> dict[str, object]:
    line = {"text": "Hyra", "service": "rent", "amount_ore": 710_000, "vat_ore": 0}
    return {
        "record": "invoice",
        "creditor": town.MUNICIPALITY,
        "number": number,
        "ocr_number": town.ocr(number),
        "kind": "rent",
        "department": "property",
        "our_reference": "Eva Lind",
        "invoice_date": "2025-04-05",
        "due_date": "2025-04-30",
        "recipient": {
            "identity_number": whom,
            "name": "Ada Nyberg",
            "address": ["Storgatan 1", "999 10 Granvik"],
            "language": "sv",
            "protected_identity": False,
        },
        "lines": [line],
        "total_ore": 710_000,
    }
