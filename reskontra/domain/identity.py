"""Who a party is and how a payment finds its invoice: numbers with check digits.

    parse_identity_number("19900101-2385")     -> IdentityNumber("199001012385", PERSON)
    parse_identity_number("212000-0142").kind  -> ORGANIZATION
    ocr_number("1001")                         -> "100164"
    format_bankgiro("12345674")                -> "1234-5674"
    birth_date_of("199001612382")              -> date(1990, 1, 1), of a coordination number

The one rule: a personal identity number is always stored with its century and is masked
wherever it is shown, errors included.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from personnummer.personnummer import Personnummer, PersonnummerException
from stdnum.se import orgnr

from reskontra.domain.refusal import Refused

_DOUBLED = str.maketrans("0123456789", "0246813579")
_SEPARATORS = str.maketrans("", "", " -\u00a0")
_ORGANIZATION_PREFIX = "16"
_CENTURIES = ("18", "19", "20")
_LONGEST_OCR = 25
_SHOWN_OF_WRONG = 4
_PERSON_DIGITS = 12
_RAISED_BY = 60


class NotIdentityNumber(Refused):
    """{masked!r} is not an identity number; allowed are twelve digits for a person, ten for others.

    The last digit must be the right check digit.
    """

    swedish = (
        "{masked!r} är inget giltigt nummer. Skriv personnummer och samordningsnummer med tolv "
        "siffror och organisationsnummer med tio. Sista siffran ska vara rätt kontrollsiffra."
    )


class NotDigits(Refused):
    """{text!r} must be 1 to {longest} digits."""

    swedish = "{text!r} ska vara 1 till {longest} siffror."


class NotBankgiro(Refused):
    """{text!r} is not a bankgiro number; allowed are 7 or 8 digits with a right check digit."""

    swedish = (
        "{text!r} är inget bankgironummer. Det ska ha 7 eller 8 siffror och rätt sista siffra."
    )


class NotPlusgiro(Refused):
    """{text!r} is not a plusgiro number; allowed are 2 to 8 digits with a right check digit."""

    swedish = "{text!r} är inget plusgironummer. Det ska ha 2 till 8 siffror och rätt sista siffra."


class IdentityKind(StrEnum):
    """What a number is given to."""

    PERSON = "person"
    COORDINATION = "coordination"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityNumber:
    """A valid number: twelve digits for a person, ten for an organization."""

    number: str
    kind: IdentityKind

    @property
    def masked(self) -> str:
        """The number for a list or an error: a person's last four digits hidden."""
        if self.kind is IdentityKind.ORGANIZATION:
            return f"{self.number[:6]}-{self.number[6:]}"
        return f"{self.number[:8]}-****"

    def __repr__(self) -> str:
        """Masked, since representations end up in logs."""
        return f"IdentityNumber({self.masked}, {self.kind.value})"


def parse_identity_number(text: str) -> IdentityNumber:
    """The number in `text`, where hyphens and blanks may separate.

    Persons and coordination numbers need all eight digits of the birth date (folkbokföringslagen
    (1991:481) 18 §), so ten digits are an organization, as are twelve beginning with 16.
    Refuses anything else, never repeating a whole number.
    """
    digits = text.translate(_SEPARATORS)
    if digits.isascii() and digits.isdigit():
        if len(digits) == 12 and digits.startswith(_ORGANIZATION_PREFIX):
            digits = digits[2:]
        if len(digits) == 10 and _is_organization_number(digits):
            return IdentityNumber(number=digits, kind=IdentityKind.ORGANIZATION)
        if len(digits) == 12 and (kind := _person_kind(digits)):
            return IdentityNumber(number=digits, kind=kind)
    raise NotIdentityNumber(masked=mask_digits(text))


def birth_date_of(number: str) -> date | None:
    """The date of birth in a stored number; None for an organization, or when it is not known.

    In a coordination number the day is raised by 60 (folkbokföringslagen (1991:481) 18 a §).
    """
    if len(number) != _PERSON_DIGITS:
        return None
    day = int(number[6:8])
    if day > _RAISED_BY:
        day -= _RAISED_BY
    try:
        return date(int(number[:4]), int(number[4:6]), day)
    except ValueError:
        return None


def mask_digits(text: str) -> str:
    """`text` with every digit after the first four characters hidden; for wrong numbers."""
    shown, hidden = text[:_SHOWN_OF_WRONG], text[_SHOWN_OF_WRONG:]
    return shown + "".join("*" if character.isdigit() else character for character in hidden)


def _is_organization_number(digits: str) -> bool:
    # The third digit tells an organization from a date of birth.
    return digits[2] >= "2" and orgnr.is_valid(digits)


def _person_kind(digits: str) -> IdentityKind | None:
    if not digits.startswith(_CENTURIES):
        return None
    try:
        person = Personnummer(digits)
    except PersonnummerException:
        return None
    return IdentityKind.COORDINATION if person.is_coordination_number() else IdentityKind.PERSON


def luhn_digit(digits: str) -> str:
    """The check digit (modulus 10) that belongs after `digits`; refuses other characters."""
    if not _are_digits(digits):
        raise NotDigits(text=digits, longest=_LONGEST_OCR)
    doubled = digits[::-2].translate(_DOUBLED)
    return str(-(sum(map(int, doubled)) + sum(map(int, digits[-2::-2]))) % 10)


def ocr_number(body: str) -> str:
    """`body`, its length digit and its check digit: an OCR number.

    The length digit is the last digit of the whole number's length, by Bankgirot's rule for
    OCR of varying length. Refuses a body that is not 1 to 23 digits.
    """
    if not _are_digits(body) or len(body) > _LONGEST_OCR - 2:
        raise NotDigits(text=body, longest=_LONGEST_OCR - 2)
    with_length = body + str((len(body) + 2) % 10)
    return with_length + luhn_digit(with_length)


def is_ocr_number(text: str) -> bool:
    """Whether `text` is 2 to 25 digits of which the last is the right check digit."""
    if not 2 <= len(text) <= _LONGEST_OCR or not _are_digits(text):
        return False
    return luhn_digit(text[:-1]) == text[-1]


def parse_bankgiro(text: str) -> str:
    """The 7 or 8 digits of a bankgiro number; refuses a wrong length or check digit."""
    digits = text.translate(_SEPARATORS)
    if len(digits) not in (7, 8) or not is_ocr_number(digits):
        raise NotBankgiro(text=text)
    return digits


def format_bankgiro(text: str) -> str:
    """A bankgiro number as printed: 987-6541, 1234-5674."""
    digits = parse_bankgiro(text)
    return f"{digits[:-4]}-{digits[-4:]}"


def parse_plusgiro(text: str) -> str:
    """The 2 to 8 digits of a plusgiro number; refuses a wrong length or check digit."""
    digits = text.translate(_SEPARATORS)
    if not 2 <= len(digits) <= 8 or not is_ocr_number(digits):
        raise NotPlusgiro(text=text)
    return digits


def format_plusgiro(text: str) -> str:
    """A plusgiro number as printed, in pairs from the right: 23 45 67-6."""
    digits = parse_plusgiro(text)
    body = digits[:-1]
    odd = len(body) % 2
    pairs = [body[:odd]] if odd else []
    pairs += [body[at : at + 2] for at in range(odd, len(body), 2)]
    return f"{' '.join(pairs)}-{digits[-1]}"


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
