"""Letters: every template with every case says what it should, the same each time."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from reskontra.domain.letter import (
    Addressee,
    CollectionDemandLetter,
    ReminderLetter,
    to_json,
)
from reskontra.outgoing import rendering
from reskontra.outgoing.rendering import (
    FontMissing,
    NoSuchTemplate,
    NotRendered,
    WrongTemplate,
    render,
    template_digest,
    template_names,
)
from tests.outgoing.letter_samples import SAMPLES
from tests.outgoing.letter_texts import GOLDEN, golden_file, rendered, text_of
from tests.outgoing.sample_parts import MARKUP
from tests.outgoing.verapdf.runner import FLAVOURS, verdicts

DESCENT = 3.3
"""Points below the baseline that a sign of the machine line may reach."""

PLAIN = b"#set document(title: [A plain letter])\n= A plain letter\nWithout any standard."


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    return {name: rendered(letter) for name, letter in SAMPLES.items()}


def _reminder() -> ReminderLetter:
    letter = SAMPLES["reminder-short.sv"]
    assert isinstance(letter, ReminderLetter)
    return letter


def test_every_letter_is_accessible_and_fit_for_the_archive(
    pdfs: dict[str, bytes], tmp_path: Path
) -> None:
    files = {tmp_path / f"{name}.pdf": pdf for name, pdf in pdfs.items()}
    for file, pdf in files.items():
        file.write_bytes(pdf)
    found = verdicts(tuple(files), into=tmp_path)
    assert [(verdict.file, verdict.broken) for verdict in found if not verdict.passed] == []
    asked = {(file, flavour) for file in files for flavour in FLAVOURS}
    assert {(verdict.file, verdict.flavour) for verdict in found} == asked
    assert min(verdict.checks for verdict in found) > 100


def test_the_judge_fails_a_pdf_that_keeps_to_no_standard(tmp_path: Path) -> None:
    plain = rendering._compiler().compile(PLAIN, pdf_tags=False)
    assert isinstance(plain, bytes)
    (tmp_path / "plain.pdf").write_bytes(plain)
    found = verdicts((tmp_path / "plain.pdf",), into=tmp_path)
    assert [(verdict.flavour, verdict.passed) for verdict in found] == [
        ("ua1", False),
        ("3a", False),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_is_the_golden_text(name: str, pdfs: dict[str, bytes]) -> None:
    assert text_of(pdfs[name]) == golden_file(name).read_text(encoding="utf-8")


def test_every_golden_text_has_its_sample_and_every_template_its_samples() -> None:
    assert {file.name for file in GOLDEN.glob("*.txt")} == {f"{name}.txt" for name in SAMPLES}
    covered = {f"{name.split('-')[0]}.{name.rsplit('.', 1)[1]}" for name in SAMPLES}
    assert set(template_names()) == covered


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_is_attached_as_it_was_given(name: str, pdfs: dict[str, bytes]) -> None:
    attachments = PdfReader(io.BytesIO(pdfs[name])).attachments
    assert dict(attachments.items()) == {"letter.json": [to_json(SAMPLES[name]).encode()]}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_letter_gives_the_same_bytes(name: str, pdfs: dict[str, bytes]) -> None:
    rendering._compiler.cache_clear()
    assert rendered(SAMPLES[name]) == pdfs[name]


@pytest.mark.parametrize("name", [name for name in SAMPLES if "-markup." in name])
def test_markup_in_the_data_is_printed_as_it_stands(name: str, pdfs: dict[str, bytes]) -> None:
    printed = text_of(pdfs[name])
    for word in MARKUP.split():
        assert word in printed


def test_no_address_is_printed_for_a_protected_identity(pdfs: dict[str, bytes]) -> None:
    for name in (name for name in SAMPLES if "-protected." in name):
        assert "Ekgatan" not in text_of(pdfs[name])
        assert b"Ekgatan" not in to_json(SAMPLES[name]).encode()


def test_a_letter_is_small(pdfs: dict[str, bytes]) -> None:
    for name in ("reminder-short.sv", "invoice-short.sv"):
        assert len(pdfs[name]) < 55_000


def test_a_letter_of_one_invoice_takes_one_sheet(pdfs: dict[str, bytes]) -> None:
    one_sheet = [
        name
        for name, letter in SAMPLES.items()
        if not name.rsplit(".", 1)[0].endswith("forty_rows")
        and not (isinstance(letter, CollectionDemandLetter) and letter.interest_ore)
    ]
    pages = {name: len(PdfReader(io.BytesIO(pdfs[name])).pages) for name in one_sheet}
    assert pages == dict.fromkeys(one_sheet, 1)


def test_a_demand_with_interest_has_all_but_the_counting_on_its_first_sheet() -> None:
    first, second = PdfReader(io.BytesIO(rendered(SAMPLES["collection_demand-short.sv"]))).pages
    assert "Så har vi räknat ut räntan" in second.extract_text()
    for heading in ("Om du tycker att kravet är fel", "Om du inte betalar", "Har du frågor?"):
        assert heading in first.extract_text()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_demand_says_all_that_the_law_demands(language: str, pdfs: dict[str, bytes]) -> None:
    """5 § inkassolagen: who, for what, each part by itself, how interest is counted, until when."""
    said = text_of(pdfs[f"collection_demand-short.{language}"]).replace("\u00a0", " ")
    swedish = language == "sv"
    for part in (
        "Granviks kommun",
        "Barnomsorg",
        "Kapitalbelopp Ränta Kostnader" if swedish else "Principal Interest Costs",
        "10 000,00 152,06 240,00" if swedish else "10,000.00 152.06 240.00",
        "2023-12-16 – 2023-12-31 16",
        "10 000,00 12,00 % 52,6027" if swedish else "10,000.00 12,00 % 52,6027",
        "12 februari 2024" if swedish else "12 February 2024",
        "Om du tycker att kravet är fel" if swedish else "If you think that the demand is wrong",
        "betalningsanmärkning" if swedish else "no record of non-payment",
        "999-1233",
    ):
        assert part in " ".join(said.split())


def test_a_notice_that_asks_for_nothing_has_no_slip_and_says_whom_to_ask(
    pdfs: dict[str, bytes],
) -> None:
    said = text_of(pdfs["notice-bare.sv"])
    assert "Betalningsavi" not in said
    assert "OCR-nummer" not in said
    assert "Stora torget 1, 999 10 Granvik" in said


def test_relief_and_interest_on_the_invoice_are_shown() -> None:
    demand = SAMPLES["collection_demand-short.sv"]
    assert isinstance(demand, CollectionDemandLetter)
    (claim,) = demand.claims
    rows = tuple(replace(row, relief="Hälften efterges: lång sjukdom") for row in claim.calculation)
    said = text_of(rendered(replace(demand, claims=(replace(claim, calculation=rows),))))
    assert "Hälften efterges: lång sjukdom" in said
    reminder = _reminder()
    charged = replace(reminder.claims[0], interest_ore=5000, open_ore=117500)
    said = text_of(rendered(replace(reminder, claims=(charged,), total_ore=117500)))
    assert "Belopp   Ränta   Kvar att betala" in said


def test_a_letter_of_few_rows_that_still_takes_several_sheets_has_them_numbered() -> None:
    long = replace(_reminder(), next_step="Om vi inte har fått din betalning i tid. " * 60)
    printed = text_of(rendered(long))
    assert "Sida 1 (2)" in printed
    assert "Sida 2 (2)" in printed
    assert "Sida" not in text_of(rendered(_reminder()))


def test_the_language_is_given_and_the_qr_code_has_a_text_for_who_cannot_see_it(
    pdfs: dict[str, bytes],
) -> None:
    catalog = PdfReader(io.BytesIO(pdfs["reminder-short.sv"])).root_object
    assert str(catalog["/Lang"]) == "sv-SE"
    assert "QR-kod för betalning" in " ".join(_alternatives(catalog["/StructTreeRoot"]))


def _alternatives(node: object) -> list[str]:
    found: list[str] = []
    if isinstance(node, dict):
        found += [str(node["/Alt"])] if "/Alt" in node else []
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            found += _alternatives(child.get_object() if hasattr(child, "get_object") else child)
    return found


def test_an_unknown_template_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchTemplate, match=r"reminder\.fi.*invoice\.en, .*reminder\.sv"):
        render(template="reminder", language="fi", data_json=to_json(_reminder()))


@pytest.mark.parametrize(("template", "language"), [("invoice", "sv"), ("reminder", "en")])
def test_data_of_another_letter_or_language_is_refused(template: str, language: str) -> None:
    with pytest.raises(WrongTemplate, match=r"reminder\.sv"):
        render(template=template, language=language, data_json=to_json(_reminder()))


def test_a_sign_that_no_font_has_is_refused_and_never_printed_as_a_box() -> None:
    letter = replace(_reminder(), addressee=Addressee(name="Cilla \U0001f600", address_lines=()))
    with pytest.raises(NotRendered, match="PDF"):
        rendered(letter)


def test_a_missing_font_is_refused_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rendering, "FONTS", tmp_path)
    rendering._compiler.cache_clear()
    with pytest.raises(FontMissing, match="make setup"):
        rendered(_reminder())


def test_the_digest_names_the_template_and_its_frame() -> None:
    digests = {template_digest(*name.split(".")) for name in template_names()}
    assert len(digests) == len(template_names())
    assert all(len(digest) == 64 for digest in digests)


def test_the_machine_line_stands_where_a_reader_looks_for_it(
    pdfs: dict[str, bytes], tmp_path: Path
) -> None:
    """The line begins 5 points from the left and stands on 48 points from the lower edge."""
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdfs["reminder-short.sv"])
    command = ["pdftotext", "-bbox", "-f", "1", "-l", "1", str(file), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    first = next(line for line in boxes.splitlines() if ">H<" in line)
    left, bottom = (float(first.split(f'{edge}="')[1].split('"')[0]) for edge in ("xMin", "yMax"))
    height = float(boxes.split('height="')[1].split('"')[0])
    assert left == pytest.approx(5, abs=0.1)
    assert height - bottom + DESCENT == pytest.approx(48, abs=0.5)
