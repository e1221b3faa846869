"""Numbers with check digits: parties (official test persons only), OCR and giro numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.identity import (
    IdentityKind,
    NotBankgiro,
    NotDigits,
    NotIdentityNumber,
    NotPlusgiro,
    format_bankgiro,
    format_plusgiro,
    is_ocr_number,
    luhn_digit,
    mask_digits,
    ocr_number,
    parse_bankgiro,
    parse_identity_number,
    parse_plusgiro,
)

DIGITS = st.text(alphabet="0123456789", min_size=1, max_size=23)


@pytest.mark.parametrize(
    ("text", "number", "kind", "masked"),
    [
        ("199001012385", "199001012385", IdentityKind.PERSON, "19900101-****"),
        ("19900101-2385", "199001012385", IdentityKind.PERSON, "19900101-****"),
        (" 19900101 2385 ", "199001012385", IdentityKind.PERSON, "19900101-****"),
        ("199001612382", "199001612382", IdentityKind.COORDINATION, "19900161-****"),
        ("212000-0142", "2120000142", IdentityKind.ORGANIZATION, "212000-0142"),
        ("162120000142", "2120000142", IdentityKind.ORGANIZATION, "212000-0142"),
    ],
)
def test_a_number_is_stored_in_one_form(
    text: str, number: str, kind: IdentityKind, masked: str
) -> None:
    parsed = parse_identity_number(text)
    assert (parsed.number, parsed.kind, parsed.masked) == (number, kind, masked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9001012385",
        "199001012386",
        "199013012384",
        "199002302381",
        "219001012385",
        "2120000143",
        "19900101238",
        "1990010123855",
        "19900101238A",
        "１９９００１０１２３８５",
    ],
)
def test_a_wrong_number_is_refused(text: str) -> None:
    with pytest.raises(NotIdentityNumber):
        parse_identity_number(text)


def test_a_refusal_never_repeats_the_whole_number() -> None:
    with pytest.raises(NotIdentityNumber) as refused:
        parse_identity_number("19900101-2386")
    for text in (str(refused.value), refused.value.swedish_text()):
        assert "1990****-****" in text
        assert "2386" not in text


def test_a_representation_is_masked() -> None:
    assert "2385" not in repr(parse_identity_number("199001012385"))


def test_masking_hides_the_digits_and_leaves_the_rest() -> None:
    assert mask_digits("1990-01-01 x") == "1990-**-** x"


@pytest.mark.parametrize(
    ("body", "number"),
    [("1001", "100164"), ("1002003", "100200393"), ("9" * 21, "9" * 21 + "35")],
)
def test_an_ocr_number_ends_with_length_and_check_digits(body: str, number: str) -> None:
    assert ocr_number(body) == number


@given(DIGITS)
def test_every_ocr_number_is_one(body: str) -> None:
    number = ocr_number(body)
    assert is_ocr_number(number)
    assert number[-2] == str(len(number) % 10)


@given(DIGITS, st.data())
def test_one_wrong_digit_is_always_noticed(body: str, data: st.DataObject) -> None:
    number = ocr_number(body)
    at = data.draw(st.integers(min_value=0, max_value=len(number) - 1))
    other = data.draw(st.sampled_from(sorted(set("0123456789") - {number[at]})))
    assert not is_ocr_number(number[:at] + other + number[at + 1 :])


@pytest.mark.parametrize("text", ["", "0", "100165", "1001-64", "1" * 26, "²²"])
def test_what_is_not_an_ocr_number(text: str) -> None:
    assert not is_ocr_number(text)


@pytest.mark.parametrize("text", ["", "12a", "1" * 24])
def test_an_ocr_body_is_1_to_23_digits(text: str) -> None:
    with pytest.raises(NotDigits):
        ocr_number(text)


def test_a_check_digit_belongs_to_digits_only() -> None:
    with pytest.raises(NotDigits):
        luhn_digit("12-3")


@pytest.mark.parametrize(
    ("text", "digits", "printed"),
    [("987-6541", "9876541", "987-6541"), ("12345674", "12345674", "1234-5674")],
)
def test_a_bankgiro_number_is_read_and_printed(text: str, digits: str, printed: str) -> None:
    assert parse_bankgiro(text) == digits
    assert format_bankgiro(digits) == printed


@pytest.mark.parametrize("text", ["", "987-6549", "987654", "123456789", "98765 4x"])
def test_a_wrong_bankgiro_number_is_refused(text: str) -> None:
    with pytest.raises(NotBankgiro):
        parse_bankgiro(text)


@pytest.mark.parametrize(
    ("text", "digits", "printed"),
    [
        ("23 45 67-6", "2345676", "23 45 67-6"),
        ("1-8", "18", "1-8"),
        ("12345674", "12345674", "1 23 45 67-4"),
    ],
)
def test_a_plusgiro_number_is_read_and_printed(text: str, digits: str, printed: str) -> None:
    assert parse_plusgiro(text) == digits
    assert format_plusgiro(digits) == printed


@pytest.mark.parametrize("text", ["", "8", "23 45 67-7", "123456789"])
def test_a_wrong_plusgiro_number_is_refused(text: str) -> None:
    with pytest.raises(NotPlusgiro):
        parse_plusgiro(text)
