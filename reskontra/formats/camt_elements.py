"""What single elements of a camt file say: amounts, days, references; and how they are refused.

    <Amt Ccy="SEK">53979.99</Amt>                           -> 5397999 öre
    <DtTm>2026-03-10T23:30:00Z</DtTm>                       -> 11 March, by the clock in Stockholm
    <Strd><CdtrRefInf><Ref>100164</Ref></CdtrRefInf></Strd> -> Reference("100164", None)

The one rule: text becomes a value here or the file is refused at its line; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NoReturn
from zoneinfo import ZoneInfo

from lxml import etree
from lxml.etree import _Element as Element

from reskontra.domain.money import NotDecimalAmount, parse_decimal
from reskontra.formats.camt_paths import Fields, Tree, collect, paths_for
from reskontra.formats.camt_values import GIRO_SCHEMES, BankAccount, Reference
from reskontra.formats.problems import one_problem

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_NOT_PROVIDED = "NOTPROVIDED"
_SEPARATORS = str.maketrans("", "", " -\u00a0")


@dataclass(slots=True, kw_only=True)
class Part:
    """What one TxDtls says besides its amount."""

    references: tuple[Reference, ...] = ()
    texts: tuple[str, ...] = ()
    payer_name: str = ""
    paid_to: BankAccount | None = None


class Elements:
    """Reads the elements of one file, in one namespace and one currency."""

    def __init__(self, *, name: str, currency: str, prefix: str) -> None:
        self.name = name
        self.currency = currency
        self.paths = paths_for(prefix)

    def refuse(
        self, element: Element, *, field: str, found: str, allowed: str, swedish: str
    ) -> NoReturn:
        """Refuse the file at an element."""
        raise one_problem(
            name=self.name,
            line=element.sourceline or 0,
            field=field,
            found=found,
            allowed=allowed,
            swedish=swedish,
        )

    def collect(self, element: Element, tree: Tree) -> Fields:
        """What the element says of the fields of `tree`."""
        return collect(element, tree, money=self.money)

    def money(self, element: Element) -> int | None:
        """Öre, without ever passing a float; None for another currency."""
        if element.get("Ccy", self.currency) != self.currency:
            return None
        text = (element.text or "").strip()
        try:
            ore = parse_decimal(text)
        except NotDecimalAmount:
            ore = -1
        if ore < 0:
            self.refuse(
                element,
                field=etree.QName(element).localname,
                found=repr(text),
                allowed="an amount like 1234.50, with at most two decimals",
                swedish="ett belopp som 1234.50, med högst två decimaler",
            )
        return ore

    def date_of(self, element: Element, text: object) -> date:
        """The day of a date or time in `element`; refuses what is neither."""
        try:
            return moment(str(text)).date()
        except ValueError:
            self.refuse(
                element,
                field=f"a date in {etree.QName(element).localname}",
                found=repr(text or ""),
                allowed="a date like 2026-03-10",
                swedish="ett datum som 2026-03-10",
            )

    def part(self, fields: Fields) -> Part:
        """What the fields of a TxDtls say besides the amount."""
        texts = texts_of(fields)
        own_reference = fields.get("end_to_end_id", _NOT_PROVIDED)
        scheme = fields.get("paid_to_scheme")
        return Part(
            references=tuple(
                reference
                for element in fields.get("structured", ())
                if (reference := self._reference(element))
            ),
            texts=texts if own_reference == _NOT_PROVIDED else (*texts, own_reference),
            payer_name=fields.get("payer_name", ""),
            paid_to=(
                bank_account(scheme, fields["paid_to"])
                if scheme in GIRO_SCHEMES and "paid_to" in fields
                else None
            ),
        )

    def _reference(self, element: Element) -> Reference | None:
        fields = self.collect(element, self.paths.structured)
        number = fields.get("reference", "").replace(" ", "")
        number = number or "".join(filter(_is_digit, fields.get("document", "")))
        if not number:
            return None
        credited_ore = fields.get("credited")
        set_off_ore = None if credited_ore is None else -credited_ore
        return Reference(number=number, amount_ore=fields.get("amount", set_off_ore))


def texts_of(fields: Fields) -> tuple[str, ...]:
    """The repeated free texts, without empty ones."""
    elements = fields.get("texts", ())
    return tuple(text for element in elements if (text := (element.text or "").strip()))


@lru_cache(maxsize=256)
def bank_account(scheme: str, number: str) -> BankAccount:
    """The account in its one form: giro numbers and IBAN without separators."""
    if scheme in GIRO_SCHEMES or scheme == "IBAN":
        number = number.translate(_SEPARATORS)
    return BankAccount(scheme=scheme, number=number)


@lru_cache(maxsize=4_096)
def moment(text: str) -> datetime:
    """An ISO date or time, in Stockholm when the time says its offset."""
    if "T" not in text:
        return datetime.fromisoformat(text[:10])
    # A day may end at 24:00 in XML, which Python does not know.
    at = datetime.fromisoformat(text.replace("T24:00:00", "T23:59:59"))
    return at.astimezone(_STOCKHOLM) if at.tzinfo else at


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()
