"""What machines read off a letter: the giro slip's line and the payment QR code."""

from datetime import date

import pytest

from reskontra.domain.identity import NotBankgiro
from reskontra.formats.giro import NotAnOcrNumber, NotOnSlip, qr_svg, slip_line, usingqr_payload


@pytest.mark.parametrize(
    ("ocr_number", "amount_ore", "bankgiro", "line"),
    [
        (
            "100164",
            300_00,
            "987-6541",
            "H  #                    100164 #     300 00   4 >                  9876541#41#    ",
        ),
        (
            "100164",
            5,
            "1234-5674",
            "H  #                    100164 #       0 05   9 >                 12345674#41#    ",
        ),
        (
            "1" * 23 + "55",
            9_999_999_999,
            "12345674",
            "H  # 1111111111111111111111155 #99999999 99   0 >                 12345674#41#    ",
        ),
    ],
)
def test_every_field_of_the_line_has_its_column(
    ocr_number: str, amount_ore: int, bankgiro: str, line: str
) -> None:
    made = slip_line(ocr_number=ocr_number, amount_ore=amount_ore, bankgiro=bankgiro)
    assert made == line
    assert len(made) == 82


@pytest.mark.parametrize("amount_ore", [0, -1, 10_000_000_000])
def test_an_amount_without_a_place_on_the_line_is_refused(amount_ore: int) -> None:
    with pytest.raises(NotOnSlip):
        slip_line(ocr_number="100164", amount_ore=amount_ore, bankgiro="987-6541")


def test_wrong_numbers_are_refused() -> None:
    with pytest.raises(NotAnOcrNumber):
        slip_line(ocr_number="100165", amount_ore=1, bankgiro="987-6541")
    with pytest.raises(NotBankgiro):
        slip_line(ocr_number="100164", amount_ore=1, bankgiro="987-6542")


@pytest.mark.parametrize(
    ("amount_ore", "vat_ore", "due", "vat"),
    [
        (300_00, None, "300", ""),
        (300_50, 60_10, "300.50", '"vat":60.10,'),
        (5, 0, "0.05", '"vat":0,'),
    ],
)
def test_the_code_asks_for_the_amount_in_kronor(
    amount_ore: int, vat_ore: int | None, due: str, vat: str
) -> None:
    payload = usingqr_payload(
        payee="Å kommun",
        organization_number="2120000142",
        ocr_number="100164",
        invoice_date=date(2025, 3, 3),
        due_date=date(2025, 3, 31),
        amount_ore=amount_ore,
        vat_ore=vat_ore,
        bankgiro="9876541",
    )
    assert payload == (
        '{"uqr":1,"tp":1,"nme":"Å kommun","cid":"212000-0142","iref":"100164","idt":"20250303",'
        f'"ddt":"20250331","due":{due},{vat}"cur":"SEK","pt":"BG","acc":"987-6541"}}'
    )


def test_an_unknown_invoice_date_is_left_out() -> None:
    payload = usingqr_payload(
        payee="A",
        organization_number="2120000142",
        ocr_number="100164",
        due_date=date(2025, 3, 31),
        amount_ore=1,
        bankgiro="9876541",
    )
    assert "idt" not in payload


@pytest.mark.parametrize(
    ("ocr_number", "amount_ore", "refusal"),
    [("100165", 1, NotAnOcrNumber), ("100164", 0, NotOnSlip)],
)
def test_a_code_that_cannot_be_paid_is_refused(
    ocr_number: str, amount_ore: int, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        usingqr_payload(
            payee="A",
            organization_number="2120000142",
            ocr_number=ocr_number,
            due_date=date(2025, 3, 31),
            amount_ore=amount_ore,
            bankgiro="9876541",
        )


def test_the_code_is_an_svg_without_style_or_script() -> None:
    svg = qr_svg('{"uqr":1}')
    assert svg.startswith("<svg ")
    assert "<path" in svg
    assert "style" not in svg
    assert "script" not in svg
