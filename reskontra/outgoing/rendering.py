"""Rendering: a letter's data becomes a PDF that all can read and that can be kept for ever.

    pdf = render(template="reminder", language="sv", data_json=to_json(letter))

The one rule: the same data and templates give the same bytes, on any day and machine. The PDF is
PDF/UA-1 (accessible) and PDF/A-3a (for the archive), with the data attached as `letter.json`.

The data reaches typst as text between quotation marks in a source of a few lines, so nothing in
it can act as markup; templates can read no file outside their own folder. One compiler is kept a
process. It sees no letter's data from outside (as `sys.inputs`), because typst forgets all that
letters share when those change: that is twice as slow. Nor is it asked to number the sheets of a
short letter, for which it would go over the letter twice: only of one with many rows, or of one
that turns out to take several sheets. How to add a letter: docs/howto/add_a_letter.md.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

import typst

from reskontra.domain.letter import (
    ApologyLetter,
    CollectionDemandLetter,
    InvoiceLetter,
    Letter,
    NoticeLetter,
    from_json,
    kind_of,
)
from reskontra.domain.plan_letter import InstallmentPlanLetter
from reskontra.domain.refusal import Refused
from reskontra.formats import giro
from reskontra.outgoing.payment_code import payment_code

TEMPLATES = Path(__file__).parent / "templates" / "letters"
FONTS = Path(__file__).parent / "fonts"
FONT_FAMILIES = ("Source Sans 3", "Source Code Pro")
SHORT_ROWS = 3
"""A letter of so few rows takes one sheet, as a rule; this only decides what is tried first."""

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]


class FontMissing(Refused):
    """The letters' font {family} is not in {folder}. Run `make setup`, which puts it there."""

    swedish = "Brevens typsnitt {family} saknas i {folder}. Kör `make setup`, som lägger det där."


class NoSuchTemplate(Refused):
    """There is no letter template {name}. There are: {allowed}."""

    swedish = "Brevmallen {name} finns inte. Dessa finns: {allowed}."


class WrongTemplate(Refused):
    """The data is for the template {right}, not for {name}."""

    swedish = "Uppgifterna hör till mallen {right}, inte till {name}."


class NotRendered(Refused):
    """The letter could not be made into a PDF: {reason}."""

    swedish = "Brevet kunde inte bli PDF: {reason}."


def render(*, template: str, language: str, data_json: str) -> bytes:
    """The PDF of the letter in `data_json` (`reskontra.domain.letter.to_json`).

    Refuses an unknown template, data of another kind or language, numbers and amounts that have
    no place on a giro slip, a missing font, and a letter with a sign that the fonts lack.
    """
    name = _template_name(template, language)
    letter = from_json(data_json)
    right = f"{kind_of(letter)}.{letter.language}"
    if name != right:
        raise WrongTemplate(name=name, right=right)
    source = _source(name=name, letter=letter, data_json=data_json)
    try:
        if _rows(letter) <= SHORT_ROWS:
            pdf = _pdf(source=source, day=_day(letter), numbering="false")
            if _sheets(pdf) == 1:
                return pdf
        return _pdf(source=source, day=_day(letter), numbering="true")
    except typst.TypstError as error:
        raise NotRendered(reason=error.message) from error


def template_digest(template: str, language: str) -> str:
    """SHA-256, in hexadecimal, of the template and of the frame around it: its words and looks."""
    return _digest(_template_name(template, language))


def template_names() -> tuple[str, ...]:
    """Every template as `reminder.sv`: the letter and its language."""
    files = TEMPLATES.glob("*.*.typ")
    return tuple(sorted(file.name.removesuffix(".typ") for file in files))


@lru_cache(maxsize=64)
def _template_name(template: str, language: str) -> str:
    name = f"{template}.{language}"
    if name not in template_names():
        raise NoSuchTemplate(name=name, allowed=", ".join(template_names()))
    return name


@lru_cache(maxsize=64)
def _digest(name: str) -> str:
    parts = (TEMPLATES / f"{name}.typ", TEMPLATES / "frame.typ")
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def _day(letter: Letter) -> date:
    return letter.invoice_date if isinstance(letter, InvoiceLetter) else letter.day


def _pay_by(letter: Letter) -> date:
    """The last day to pay; the letter's own when it asks for payment at once."""
    if isinstance(letter, InvoiceLetter):
        return letter.due_date
    return letter.pay_by or letter.day


def _rows(letter: Letter) -> int:
    match letter:
        case InvoiceLetter():
            return len(letter.lines) + len(letter.calculation)
        case CollectionDemandLetter():
            return len(letter.claims) + sum(len(claim.calculation) for claim in letter.claims)
        case InstallmentPlanLetter():
            return len(letter.parts) + len(letter.invoices)
        case NoticeLetter():
            return len(letter.claims) + len(letter.paragraphs)
    return len(letter.claims)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    for family in FONT_FAMILIES:
        if family not in fonts.families():
            raise FontMissing(family=family, folder=FONTS)
    return typst.Compiler(root=TEMPLATES, font_paths=fonts)


def _pdf(*, source: str, day: date, numbering: Literal["true", "false"]) -> bytes:
    moment = datetime.combine(day, time(hour=12), tzinfo=UTC)
    payment = f"(data: data, slip: slip, code: code, numbered: {numbering})"
    whole = f"{source}#write(json(data), {payment})\n"
    pdf = _compiler().compile(whole.encode(), pdf_standards=STANDARDS, timestamp=moment)
    return cast(bytes, pdf)


def _sheets(pdf: bytes) -> int:
    """How many pages typst says that the PDF has, in the head of its list of pages."""
    found = _PAGE_COUNT.search(pdf)
    assert found, "typst writes the number of pages in another way now"
    return int(found[1])


_PAGE_COUNT = re.compile(rb"<</Type/Pages/Count (\d+)/Kids\[")


def _source(*, name: str, letter: Letter, data_json: str) -> str:
    slip, code = ("", "[]") if _asks_nothing(letter) else (_slip(letter), _code(letter))
    return (
        f'#import "/{name}.typ": write\n'
        f"#let data = bytes({quoted(data_json)})\n"
        f"#let slip = {quoted(slip)}\n"
        f"#let code = bytes(json(bytes({quoted(code)})))\n"
    )


def _asks_nothing(letter: Letter) -> bool:
    return isinstance(letter, ApologyLetter) or (
        isinstance(letter, NoticeLetter) and not letter.pays
    )


def _slip(letter: Letter) -> str:
    return giro.slip_line(
        ocr_number=letter.ocr_number,
        amount_ore=letter.total_ore,
        bankgiro=letter.sender.bankgiro,
    )


def _code(letter: Letter) -> str:
    return payment_code(_usingqr(letter)).gray_levels()


def _usingqr(letter: Letter) -> str:
    return giro.usingqr_payload(
        payee=letter.sender.name,
        organization_number=letter.sender.organization_number,
        ocr_number=letter.ocr_number,
        invoice_date=_day(letter),
        due_date=_pay_by(letter),
        amount_ore=letter.total_ore,
        bankgiro=letter.sender.bankgiro,
    )


def quoted(text: str) -> str:
    """`text` as a typst string: in it only the backslash and the quotation mark mean anything."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
