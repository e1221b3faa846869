"""A kind of decision: what is filled in, which amount counts towards limits, and what is done.

    Kind(name="hold", about=About.EITHER, fields=(KIND, LAST_DAY), carry_out=_hold)

A kind only describes: `desk` decides who may, shows the effect and does it. The one rule: what is
written wrongly in a field is told beside that field, in the words to mend it with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.deciding import Say, Weight
from reskontra.domain.money import parse_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.texts import NO_TEXTS, Texts


class NotFilledIn(Refused):
    """Fill in this field."""

    swedish = "Fyll i fältet."


class NotADay(Refused):
    """{text!r} is not a day; write it like 2025-05-31."""

    swedish = "{text!r} är ingen dag. Skriv den som 2025-05-31."


class NotAShare(Refused):
    """{text!r} is not a share; write it like 1/2, and 1 for all of it."""

    swedish = "{text!r} är ingen andel. Skriv den som 1/2, och 1 för hela."


class NotACount(Refused):
    """{text!r} is not a whole number above zero."""

    swedish = "{text!r} är inget heltal över noll."


class NotAmongChoices(Refused):
    """{text!r} is not among the choices."""

    swedish = "{text!r} finns inte bland valen."


class NotAboveZero(Refused):
    """The amount must be above zero."""

    swedish = "Beloppet ska vara större än noll."


class FieldsRefused(Refused):
    """Something is filled in wrongly: {names}."""

    swedish = "Något är fel ifyllt: {names}."

    def __init__(self, by_field: Mapping[str, Refused]) -> None:
        """Keep what is wrong, by the name of the field."""
        super().__init__(names=", ".join(by_field))
        self.by_field = dict(by_field)


class FieldType(StrEnum):
    """What a field holds."""

    DAY = "day"
    AMOUNT = "amount"
    WORDS = "words"
    CHOICE = "choice"
    CHOICES = "choices"
    """Several of the choices, as text with spaces between."""
    SHARE = "share"
    COUNT = "count"


class About(StrEnum):
    """What a decision may be about."""

    INVOICE = "invoice"
    PARTY = "party"
    EITHER = "either"
    CREDITOR = "creditor"
    """About nobody's claim alone: a night, or what an agency has told."""


Value = str | int | date | Fraction | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a decision is about, and what was filled in. Amounts in öre."""

    whose: int | None
    """The party; None when it is about a creditor's doings."""
    invoice: int | None
    creditor: str
    claim: Claim | None
    """The invoice as the rules see it today; None when it is about all that the party owes."""
    procedure: Procedure | None
    policy: Policy
    today: date
    values: Mapping[str, Value]
    reason: str = ""
    by: str = ""
    signed_by: str = ""
    """The other one who has agreed to it; empty when one decides alone."""

    @property
    def party(self) -> int:
        """The party that it is about."""
        assert self.whose is not None, "a decision about a creditor's doings is about no party"
        return self.whose

    def words(self, name: str) -> str:
        """The text of a field; empty when it was left so."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """The day of a field."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def amount(self, name: str) -> int:
        """The amount, or the count, of a field; 0 when it was left out."""
        value = self.values.get(name)
        return value if isinstance(value, int) else 0

    def share(self, name: str) -> Fraction:
        """The share of a field; all of it when it was left out."""
        value = self.values.get(name)
        return value if isinstance(value, Fraction) else Fraction(1)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The choices of a field."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()


Choices = Mapping[str, Texts]
ChoicesOf = Callable[[CursorWrapper, Case], Choices]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in."""

    name: str
    label: Texts
    hint: Texts = NO_TEXTS
    type: FieldType = FieldType.WORDS
    required: bool = True
    choices: ChoicesOf | None = None
    usual: Callable[[Case], str] | None = None
    """What stands in it at first."""

    def read(self, cursor: CursorWrapper, case: Case, text: str) -> Value:
        """The value of what was written; refuses what the field cannot hold."""
        text = text.strip()
        if not text:
            if self.required:
                raise NotFilledIn
            return None
        if self.choices is not None:
            return self._among(self.choices(cursor, case), text)
        return _READERS[self.type](text)

    def _among(self, choices: Choices, text: str) -> Value:
        several = tuple(text.split())
        unknown = [each for each in several if each not in choices]
        if self.type is FieldType.CHOICES and not unknown:
            return several
        if text not in choices:
            raise NotAmongChoices(text=text)
        return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotADay(text=text) from None


def _amount(text: str) -> int:
    amount_ore = parse_kronor(text.removesuffix("kr"))
    if amount_ore <= 0:
        raise NotAboveZero
    return amount_ore


def _share(text: str) -> Fraction:
    numerator, _, denominator = text.partition("/")
    try:
        share = Fraction(int(numerator), int(denominator or 1))
    except (ValueError, ZeroDivisionError):
        raise NotAShare(text=text) from None
    if not 0 < share <= 1:
        raise NotAShare(text=text)
    return share


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise NotACount(text=text)
    return int(text)


_READERS: Mapping[FieldType, Callable[[str], Value]] = {
    FieldType.DAY: _day,
    FieldType.AMOUNT: _amount,
    FieldType.WORDS: str,
    FieldType.SHARE: _share,
    FieldType.COUNT: _count,
}


def read_fields(
    cursor: CursorWrapper, fields: tuple[Field, ...], case: Case, given: Mapping[str, str]
) -> dict[str, Value]:
    """What was filled in, by field; refuses with everything that is wrong, each by its field."""
    values: dict[str, Value] = {}
    wrong: dict[str, Refused] = {}
    for field in fields:
        try:
            values[field.name] = field.read(cursor, case, given.get(field.name, ""))
        except Refused as refusal:
            wrong[field.name] = refusal
    if wrong:
        raise FieldsRefused(wrong)
    return values


def no_weight(cursor: CursorWrapper, case: Case) -> Weight:
    """A decision that no limit counts anything of."""
    return Weight()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of decision."""

    name: str
    """As kinds.yaml names it under `decisions`."""
    about: About
    fields: tuple[Field, ...]
    carry_out: Callable[[CursorWrapper, Case], object]
    """Does it, in the transaction of the cursor; refuses what may not be."""
    weigh: Callable[[CursorWrapper, Case], Weight] = no_weight
    gives_up: bool = False
    """Whether the creditor loses money by it: two sign unless its rules say otherwise."""
    say: Callable[[CursorWrapper, Case], Say] | None = None
    """Who may, when something else than the creditor's `decisions` says it."""
    offered: Callable[[CursorWrapper, Case], bool] | None = None
    """Whether it can be of any use for the claim as it stands; it always can when None."""
    foresee: Callable[[CursorWrapper, Case], tuple[Texts, ...]] | None = None
    """What it would do, in words, when that is told of no claim: changes nothing, and refuses
    what `carry_out` would. None when the effect is seen on the claims themselves."""
    became: Callable[[CursorWrapper, Case], tuple[Texts, ...]] | None = None
    """What it did, in words, read from the rows on the day that it was carried out."""

    def who_may(self, cursor: CursorWrapper, case: Case) -> Say:
        """Who may say yes to it."""
        if self.say is not None:
            return self.say(cursor, case)
        creditor = case.policy.creditors[case.creditor]
        rule = creditor.rule_for_decision(self.name, gives_up=self.gives_up)
        return rule.say(self.weigh(cursor, case), today=case.today)
