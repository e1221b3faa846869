"""What `docs/mina_fakturor.md` says is shown, where no other test looks at just that.

The one rule: a page is asked for as the person would, and read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from reskontra.portal import house
from reskontra.portal.lists import SORTS
from reskontra.portal.wording.questions import QUESTIONS, STAGES
from reskontra.records import access
from tests.build import one
from tests.portal import town
from tests.portal.client import signed_in
from tests.portal.town import CILLA

ROOT = Path(__file__).resolve().parents[2]
LISTS = {"unpaid": "obetalda", "paid": "betalda"}
LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])


@pytest.fixture(scope="module")
def cilla(db_for_module: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
        town.live(tmp_path_factory.mktemp("town"), house.policy())
        (citizen,) = access.parties_for(identity_number=CILLA)
        yield signed_in(citizen.party_id)


def html_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def text_of(client: Client, path: str) -> str:
    """What stands on the page, without its marks."""
    main = html_of(client, path).partition('id="main-content">')[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).replace("\u00a0", " ").split())


def invoice(number: str, language: str) -> str:
    key = one("SELECT public_id FROM invoice WHERE number = %s", number)
    return f"/{language}/faktura/{key}/"


@pytest.mark.parametrize("listing", LISTS)
def test_every_heading_sorts_its_list_both_ways(cilla: Client, listing: str) -> None:
    path = f"/sv/{LISTS[listing]}/"
    for key in SORTS[listing]:
        first = []
        for sort, turned in ((key, f"-{key}"), (f"-{key}", key)):
            page = html_of(cilla, f"{path}?sort={sort}")
            assert f'href="?sort={turned}"' in page
            assert page.count('aria-sort="ascending"') + page.count('aria-sort="descending"') == 1
            first += re.findall(r'portal-table__details".*?(\d{4})<', page)[:1]
        assert len({*first}) == 2, key


@LANGUAGES
def test_the_details_say_who_sent_it_and_whom_to_ask(cilla: Client, language: str) -> None:
    told = text_of(cilla, invoice("1007", language))
    department = {"sv": "Fastighetsförvaltningen", "en": "Property"}[language]
    reference = {"sv": "Vår referens", "en": "Our reference"}[language]
    assert department in told
    assert f"{reference} Eva Lind" in told
    assert reference not in text_of(cilla, invoice("1006", language)), "then the department's"
    assert "0999-" in text_of(cilla, invoice("1006", language))


@LANGUAGES
def test_one_page_answers_every_question(cilla: Client, language: str) -> None:
    page, told = (read(Client(SERVER_NAME="localhost"), f"/{language}/fragor/") for read in READERS)
    for name in QUESTIONS:
        assert f'href="#{name}"' in page
        assert f'id="{name}"' in page
    spans = {"sv": ("18 månader", "12 månader", "4 dagar", "5 dagar", "1 dag"), "en": ()}[language]
    for span in (*spans, house.municipality().contact.name, "Granviks kommun"):
        assert span in told
    assert told.count(house.municipality().contact.name) >= 1
    assert len(re.findall(r"<li>[^<]+: ", page)) >= len(STAGES)


READERS = (html_of, text_of)


@LANGUAGES
def test_what_one_may_wonder_is_answered_where_it_arises(cilla: Client, language: str) -> None:
    listed, handed_over = (
        text_of(cilla, path) for path in (f"/{language}/obetalda/", invoice("1001", language))
    )
    several = text_of(cilla, invoice("1004", language))
    expected = {
        "sv": ("18 månader", "4 dagar", "Vad är en inkassoåtgärd?", "Brevet gäller 2 fakturor"),
        "en": ("18 months", "4 days", "What is a debt recovery measure?", "The letter is about 2"),
    }[language]
    for words, page in zip(expected, (listed, listed, handed_over, several), strict=True):
        assert words in page


def test_the_checklist_is_whole_and_names_what_is_there() -> None:
    text = (ROOT / "docs/mina_fakturor.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| (\d+)\.(\d+) \| (.+?) \| (.+?) \| (.+) \|$", text, re.MULTILINE)
    counts: dict[int, list[int]] = {}
    for paragraph, sentence, *_ in lines:
        counts.setdefault(int(paragraph), []).append(int(sentence))
    assert [*counts] == [*range(1, len(SENTENCES) + 1)]
    assert [len(each) for each in counts.values()] == [*SENTENCES]
    assert all(each == [*range(1, len(each) + 1)] for each in counts.values())
    stories = {path.stem for path in (ROOT / "tests/stories").rglob("*.story")}
    for *_, shown in lines:
        proofs = re.findall(r"\[(test_\w+)\]\(\.\./(tests/[\w/]+\.py)\)", shown)
        for name, file in proofs:
            assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), name
        told = set(re.findall(r"`(\w+)`", shown))
        assert told <= stories
        assert proofs or told, shown


SENTENCES = (1, 2, 2, 3, 1, 3, 2, 2, 2, 4, 6, 6, 3, 5, 1, 2, 3, 2, 3)
"""How many sentences each paragraph of the document has."""
