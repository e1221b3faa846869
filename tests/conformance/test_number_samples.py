"""OCR numbers, giro numbers, slip lines and QR payloads agree with other people's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reskontra.domain.identity import (
    format_bankgiro,
    format_plusgiro,
    is_ocr_number,
    ocr_number,
    parse_bankgiro,
    parse_plusgiro,
)
from reskontra.domain.money import parse_decimal
from reskontra.formats.giro import slip_line, usingqr_payload


@pytest.fixture
def vectors(samples: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((samples / "ocr/ocr_and_giro_vectors.json").read_text())
    return {name: group["values"] for name, group in loaded.items() if "values" in group}


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def test_ocr_numbers_are_told_from_others(vectors: dict[str, Any]) -> None:
    right = vectors["valid_with_length_digit"] + vectors["checksum_ok_length_digit_wrong"]
    assert all(map(is_ocr_number, right))
    assert not any(map(is_ocr_number, vectors["invalid"] + vectors["not_an_ocr"]))


def test_ocr_numbers_are_made_alike(vectors: dict[str, Any]) -> None:
    made = vectors["generate_body_plus_length_plus_check"] + vectors["sundsvall_invoice"]
    for body, number in made:
        assert ocr_number(digits(body)[-23:]) == number
    for body, length, number in vectors["generate_fixed_length"]:
        assert ocr_number(digits(body).zfill(length - 2)[-(length - 2) :]) == number
    for running, day, number in vectors["sundsvall_debt_collection"]:
        assert ocr_number(f"230012{digits(day)[2:]}{running:05d}") == number


def test_giro_numbers_are_known(vectors: dict[str, Any]) -> None:
    for number in vectors["bankgiro_valid"]:
        assert parse_bankgiro(format_bankgiro(number)) == digits(number)
    for number in vectors["plusgiro_valid"]:
        assert format_plusgiro(parse_plusgiro(number)) == number


def test_slip_lines_are_alike(vectors: dict[str, Any]) -> None:
    for each in vectors["slip_line"]:
        made = slip_line(
            ocr_number=each["ocr"],
            amount_ore=parse_decimal(each["amount"]),
            bankgiro=each["bankgiro"],
        )
        assert made == each["line"]


def test_qr_payloads_have_the_fields_of_others_in_their_form(samples: Path) -> None:
    loaded = json.loads((samples / "usingqr/usingqr_examples.json").read_text())
    example = json.loads(loaded[0]["payload"])
    made = json.loads(
        usingqr_payload(
            payee=example["nme"],
            organization_number="212000-0142",
            ocr_number="100164",
            invoice_date=date(2013, 4, 24),
            due_date=date(2013, 5, 24),
            amount_ore=example["due"] * 100,
            vat_ore=example["vat"] * 100,
            bankgiro=example["acc"],
        )
    )
    # Their payee and reference have wrong check digits, which we refuse to print.
    assert made == {**example, "cid": "212000-0142", "iref": "100164"}
    assert list(made) == list(example)
