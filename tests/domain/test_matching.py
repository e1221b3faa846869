"""Which numbers a payment may be for: first its references, then OCR numbers in its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.identity import ocr_number
from reskontra.domain.matching import candidates

OCR, OTHER = ocr_number("41001"), ocr_number("41002")


def found(*texts: str) -> tuple[str, ...]:
    return candidates(references=(), texts=texts)


def test_a_reference_is_taken_as_given() -> None:
    assert candidates(references=(OCR,), texts=()) == (OCR,)


def test_blanks_and_hyphens_in_a_reference_do_not_count() -> None:
    assert candidates(references=(f"{OCR[:3]} {OCR[3:5]}-{OCR[5:]}",), texts=()) == (OCR,)


def test_a_reference_of_other_signs_is_none() -> None:
    assert candidates(references=("RF18 5390", "", "hyra"), texts=()) == ()


def test_references_come_before_text_and_each_number_once() -> None:
    assert candidates(references=(OTHER,), texts=(f"{OCR} {OTHER}", OCR)) == (OTHER, OCR)


def test_an_ocr_number_in_a_text_is_found() -> None:
    assert found(f"avser faktura {OCR}, tack") == (OCR,)


def test_an_ocr_number_written_with_blanks_is_found() -> None:
    assert OCR in found(f"ocr {OCR[:3]} {OCR[3:]}")


def test_two_numbers_side_by_side_are_both_found() -> None:
    assert {OCR, OTHER} <= set(found(f"{OCR} {OTHER}"))


def test_a_number_with_a_wrong_check_digit_is_not_found() -> None:
    wrong = OCR[:-1] + str((int(OCR[-1]) + 1) % 10)
    assert found(f"faktura {wrong}") == ()


def test_a_short_number_in_a_text_is_not_believed() -> None:
    assert found("18 lgh 1008") == ()


@given(text=st.text())
def test_no_text_makes_it_fail_and_only_digits_come_out(text: str) -> None:
    assert all(each.isascii() and each.isdigit() for each in found(text))


@given(body=st.integers(100, 10**20), before=st.sampled_from(["", "ref ", "f.nr:", "Ö"]))
def test_any_ocr_number_is_found_wherever_it_stands(body: int, before: str) -> None:
    number = ocr_number(f"{body}")
    assert number in found(f"{before}{number} tack")
