"""Signing in and out with a real provider, configured as Sweden Connect's profile asks.

Each wrong answer is one that `provider.mjs` really gives, and each ends at a page, in the language
that the sign-in was begun in, that says what to do. In the end nobody is signed in.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from joserfc import jws
from playwright.sync_api import Page, expect

from reskontra.records.citizen_sessions import SessionStore
from reskontra.records.models import PortalSession
from tests.portal.portal import follow
from tests.portal.test_pages import axe, too_wide
from tests.portal.town import CILLA
from tests.signin.conftest import ADA, ADA_BEFORE, NIMA, StrictPortal

NOT_TRUSTED = {
    "sv": "Svaret från tjänsten för e-legitimation gick inte att kontrollera.",
    "en": "The answer from the e-identification service could not be verified.",
}
LEVEL = {
    "sv": "Din e-legitimation har inte en tillitsnivå som godtas här.",
    "en": "Your e-identification is not of a level of assurance that is accepted here.",
}
NUMBER = {
    "sv": "Din e-legitimation lämnade inget svenskt personnummer eller samordningsnummer.",
    "en": "Your e-identification gave no Swedish personal identity number or coordination number.",
}
LOST = {
    "sv": "Inloggningen tog för lång tid eller påbörjades i ett annat fönster.",
    "en": "The sign-in took too long, or was begun in another window or browser.",
}
BUSY = {
    "sv": "Tjänsten för e-legitimation svarar inte.",
    "en": "The e-identification service does not answer.",
}
CANCELLED = {
    "sv": "Inloggningen avbröts. Inget har ändrats.",
    "en": "The sign-in was cancelled. Nothing has changed.",
}
DO = {
    id(NOT_TRUSTED): {"sv": "hör av dig till oss", "en": "contact us"},
    id(LEVEL): {"sv": "minst tillitsnivå 3", "en": "at least level of assurance 3"},
    id(NUMBER): {"sv": "utfärdad på ditt personnummer", "en": "issued for your personal"},
    id(LOST): {"sv": "Börja om här", "en": "Begin again here"},
    id(BUSY): {"sv": "Felet är inte ditt", "en": "It is not your fault"},
    id(CANCELLED): {"sv": "Försök igen när du vill", "en": "Try again whenever you like"},
}
"""What each message's page says to do."""
IN_BOTH = pytest.mark.parametrize("language", ["sv", "en"])


def the_page_says_what_to_do(
    page: Page, portal: StrictPortal, words: dict[str, str], language: str
) -> None:
    """The page is right, accessible, and nobody is signed in behind it."""
    title = {"sv": "Du är inte inloggad", "en": "You are not signed in"}[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text(words[language])).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(DO[id(words)][language])
    assert page.locator("html").get_attribute("lang") == language
    assert [*axe(page), *too_wide(page)] == []
    page.goto(f"{portal.address}/{language}/obetalda/")
    page.wait_for_url(f"{portal.address}/{language}/")


@IN_BOTH
@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("audience", NOT_TRUSTED),
        ("issuer", NOT_TRUSTED),
        ("nonce", NOT_TRUSTED),
        ("expired", NOT_TRUSTED),
        ("old", NOT_TRUSTED),
        ("old_sign_in", NOT_TRUSTED),
        ("unknown_key", NOT_TRUSTED),
        ("false_key", NOT_TRUSTED),
        ("unsigned", NOT_TRUSTED),
        ("userinfo_of_another", NOT_TRUSTED),
        ("level", LEVEL),
        ("no_level", LEVEL),
        ("cannot", LEVEL),
        ("busy", BUSY),
        ("no number", NUMBER),
        ("an organization", NUMBER),
        ("userinfo_unsigned", NUMBER),
        ("Avbryt", CANCELLED),
    ],
)
def test_a_wrong_answer_ends_at_a_page_that_says_what_to_do(
    portal: StrictPortal, person: str, words: dict[str, str], language: str
) -> None:
    page = portal.sign_in(person, language=language)
    the_page_says_what_to_do(page, portal, words, language)


@IN_BOTH
def test_the_answer_to_another_browser_s_sign_in_is_refused(
    portal: StrictPortal, language: str
) -> None:
    theirs = portal.begin(language=language)
    caught = stopped_on_the_way_back(theirs, portal)
    page = portal.begin(language=language)
    page.goto(caught)
    the_page_says_what_to_do(page, portal, LOST, language)


@IN_BOTH
def test_a_code_that_was_used_is_refused(portal: StrictPortal, language: str) -> None:
    page = portal.begin(language=language)
    came_back: list[str] = []
    page.on("request", lambda request: came_back.append(request.url))
    portal.choose(page, "cilla")
    used = next(url for url in came_back if "/logga-in/klart/" in url)
    follow(page.get_by_role("button", name={"sv": "Logga ut", "en": "Sign out"}[language]))
    follow(page.get_by_role("button", name="Ja, logga ut"))
    page.wait_for_url(f"{portal.address}/**")
    page.goto(f"{portal.address}/{language}/logga-in/")
    new = stopped_on_the_way_back(page, portal)
    page.goto(new.replace(said(new)["code"], said(used)["code"]))
    the_page_says_what_to_do(page, portal, NOT_TRUSTED, language)


def test_an_answer_from_another_provider_is_refused(portal: StrictPortal) -> None:
    page = portal.begin()
    caught = stopped_on_the_way_back(page, portal)
    page.goto(re.sub(r"&iss=[^&]*", "", caught))
    the_page_says_what_to_do(page, portal, NOT_TRUSTED, "sv")


def stopped_on_the_way_back(page: Page, portal: StrictPortal) -> str:
    """The address with which Cilla would have come back, had the browser gone there."""
    link = page.get_by_role("link", name="cilla", exact=True).get_attribute("href")
    address = urljoin(page.url, link)
    while not address.startswith(portal.address):
        answer = page.request.get(address, max_redirects=0)
        address = urljoin(address, answer.headers["location"])
    return address


def said(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_what_is_asked_for_is_signed_and_bound_to_this_sign_in(portal: StrictPortal) -> None:
    page = portal.visit()
    with page.expect_request(f"{portal.provider}/auth?**") as asked:
        follow(page.get_by_role("link", name="Logga in med e-legitimation"))
    shown = said(asked.value.url)
    assert set(shown) == {"client_id", "response_type", "scope", "request"}
    token = jws.extract_compact(shown["request"].encode())
    assert (token.headers()["alg"], token.headers()["typ"]) == ("ES256", "oauth-authz-req+jwt")
    question = portal.read(shown["request"])
    assert (question["prompt"], question["code_challenge_method"]) == ("login", "S256")
    assert question["aud"] == portal.provider
    assert question["exp"] - question["iat"] == 300
    assert question["claims"]["id_token"]["acr"]["essential"] is True


@IN_BOTH
def test_the_provider_shows_what_the_person_signs_in_to(
    portal: StrictPortal, language: str
) -> None:
    words = {
        "sv": "Du loggar in på Mina fakturor hos Granviks kommun.",
        "en": "You are signing in to My invoices of Granviks kommun.",
    }
    page = portal.begin(language=language)
    expect(page.get_by_role("heading", level=1)).to_have_text(words[language])


@pytest.mark.parametrize(
    ("person", "invoice"), [("cilla", "6001"), ("nima", "6004"), ("told elsewhere", "6001")]
)
def test_a_person_signs_in_by_whichever_number_is_told_and_wherever(
    portal: StrictPortal, person: str, invoice: str
) -> None:
    page = portal.sign_in(person)
    expect(page.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")
    expect(page.locator("tbody")).to_contain_text(invoice)
    expect(page.get_by_role("button", name="Visa fakturorna på samordningsnumret")).to_have_count(0)


@IN_BOTH
def test_a_coordination_number_of_before_finds_its_old_invoices(
    portal: StrictPortal, language: str
) -> None:
    words = {
        "sv": ("Visa fakturorna på samordningsnumret", "Visa fakturorna på personnumret"),
        "en": (
            "Show the invoices for the coordination number",
            "Show the invoices for the personal identity number",
        ),
    }[language]
    page = portal.sign_in("ada", language=language)
    expect(page.locator("tbody")).to_contain_text("6002")
    expect(page.locator("tbody")).not_to_contain_text("6003")
    assert [*axe(page), *too_wide(page)] == []
    follow(page.get_by_role("button", name=words[0]))
    expect(page.locator("tbody")).to_contain_text("6003")
    expect(page.locator("tbody")).not_to_contain_text("6002")
    assert [*axe(page), *too_wide(page)] == []
    follow(page.get_by_role("button", name=words[1]))
    expect(page.locator("tbody")).to_contain_text("6002")


def test_whoever_comes_back_to_an_old_invoice_comes_to_it(
    portal: StrictPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = portal.sign_in("ada")
    follow(page.get_by_role("button", name="Visa fakturorna på samordningsnumret"))
    follow(page.get_by_role("link", name=re.compile("fakturadetaljer")).first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Faktura 6003")
    with monkeypatch.context() as late:
        late.setattr("reskontra.portal.session.IDLE_SECONDS", -1)
        page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du har loggats ut")
    page.goto(f"{portal.address}/sv/logga-in/")
    portal.choose(page, "ada")
    expect(page.get_by_role("heading", level=1)).to_have_text("Faktura 6003")


def test_signing_out_here_signs_out_at_the_provider(portal: StrictPortal) -> None:
    page = portal.sign_in("cilla")
    follow(page.get_by_role("button", name="Logga ut"))
    page.wait_for_url(f"{portal.provider}/**")
    follow(page.get_by_role("button", name="Ja, logga ut"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Du är utloggad")
    page.goto(f"{portal.address}/sv/obetalda/")
    page.wait_for_url(f"{portal.address}/sv/")


def test_signing_out_at_the_provider_signs_out_here_and_nobody_else(portal: StrictPortal) -> None:
    other = portal.sign_in("cilla")
    page = portal.sign_in("cilla")
    there = page.context.new_page()
    there.goto(f"{portal.provider}/session/end")
    follow(there.get_by_role("button", name="Ja, logga ut"))
    there.wait_for_url(f"{portal.provider}/session/end/success**")
    page.goto(f"{portal.address}/sv/obetalda/")
    page.wait_for_url(f"{portal.address}/sv/")
    other.goto(f"{portal.address}/sv/obetalda/")
    expect(other.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")


def test_no_number_and_no_name_of_the_provider_s_is_kept_or_in_an_address(
    portal: StrictPortal,
) -> None:
    page = portal.begin()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    portal.choose(page, "ada")
    expect(page.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")
    rows = [
        f"{SessionStore().decode(row.session_data)} {row.told_session} {row.told_subject}"
        for row in PortalSession.objects.all()
    ]
    assert rows
    assert PortalSession.objects.exclude(told_session="").exclude(told_subject="").exists()
    for secret in (CILLA, ADA, ADA_BEFORE, NIMA, ADA[2:], "'cilla'", "'ada'"):
        assert not [text for text in (*seen, *rows) if secret in text]
