"""The values of rules in words, as a line of a comparison says them.

    words.value(Span.parse("14 days"), At("Step", "pay_within"))  -> "14 dagar"
    words.value(6000, At("Fee", "amount_ore"))                    -> "60 kr"
    words.place((At("Procedure", "steps"), Named("reminder", "Step"), At("Step", "wait")))
    -> "steget Påminnelse, väntan"

The one rule: every value has words; one of a sort that nobody thought of is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated
from reskontra.domain.law import Law
from reskontra.domain.money import NO_BREAK_SPACE
from reskontra.domain.rate import AboveReference, FlatRate, decimal_number
from reskontra.domain.schedule import Schedule
from reskontra.domain.texts import Reference, Texts
from reskontra.domain.waiting import Waiting
from reskontra.policy.diff.labels import label, word
from reskontra.policy.diff.walk import TOLD_APART, At, Named, Way
from reskontra.policy.law_file import LawFile
from reskontra.policy.telling.costs import rate_words
from reskontra.policy.telling.times import schedule_words, span_words, time_words
from reskontra.policy.telling.voice import Voice

FREE_TEXTS = frozenset(
    {"title", "url", "name", "phone", "email", "website", "sv", "en", "as_published", "reference"}
    | {"organization_number", "bankgiro", "address_lines", "ocr_series", "e_invoice_url", "code"}
    | {"numbers", "facilities"}
)
"""Fields whose text stands for itself; another text is a name, which files put into words."""

PERCENTS = frozenset({"vat_percent", "pay_now_percent"})
AMOUNT_OF_LAW = At("DatedValue", "value")


def law_names(law: Law, files: Mapping[str, LawFile]) -> dict[str, Texts]:
    """What each national value is called, by its field and by its own name.

    A value that is a part of a file has the part's name in parentheses.
    """
    found: dict[str, Texts] = {}
    for field in fields(law):
        name = getattr(law, field.name).name
        file, _, part = name.partition(" ")
        texts = files[file].description.texts()
        if part:
            said = f" ({part.replace('_', ' ')})"
            texts = Texts(sv=texts.sv + said, en=texts.en + said)
        found[field.name] = found[name] = texts
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Says values and places in one language."""

    voice: Voice
    names: Mapping[str, Texts]
    """What the names in the files are called."""
    law: Mapping[str, Texts]
    """What the national values are called, from `law_names`."""

    def value(self, value: object, way: Way) -> str:
        """The value of the field that the way leads to."""
        at = next((part for part in reversed(way) if isinstance(part, At)), None)
        said = self._small(value, way, at.field if at else "")
        return said if said is not None else self._made_of_others(value, way)

    def place(self, way: Way) -> str:
        """The way in words, from the outermost field to the innermost."""
        parts: list[str] = []
        for part in way:
            said = self._named(part) if isinstance(part, Named) else self._field(part)
            if isinstance(part, Named):
                parts[-1:] = [f"{parts[-1]} {said}" if parts else said]
            elif said not in parts[-1:]:
                parts.append(said)
        return ", ".join(parts)

    def details(self, value: object) -> Iterator[str]:
        """What a whole value says, field by field; what is as it is unless said is left out."""
        assert is_dataclass(value)
        kind = type(value).__name__
        apart = TOLD_APART.get(type(value), frozenset())
        for field in fields(value):
            said = getattr(value, field.name)
            if field.name not in apart and said != _unsaid(field) and not isinstance(said, Dated):
                at = At(kind, field.name)
                yield f"{self._field(at)}: {self.value(said, (at,))}"

    def named(self, name: str) -> str:
        """What a name in the files is called; as it is written when no file says."""
        texts = self.names.get(name)
        return self.voice.of(texts) if texts else self.voice.one(name, {})

    def nothing(self) -> str:
        """No value."""
        return self.voice.say(sv="inget", en="nothing")

    def _small(self, value: object, way: Way, field: str) -> str | None:
        match value:
            case None | "" | () | Texts(sv="", en=""):
                return self.nothing()
            case bool():
                yes, no = self.voice.say(sv="ja nej", en="yes no").split()
                return yes if value else no
            case int():
                return self._number(value, way, field)
            case Fraction():
                return self._percent(value, way)
            case StrEnum():
                return word(value, language=self.voice.language)
            case str():
                return self._quoted(value) if field in FREE_TEXTS else self.named(value)
            case date():
                return self.voice.date(value)
            case _:
                return self._time(value)

    def _quoted(self, text: str) -> str:
        return self.voice.say(sv=f"”{text}”", en=f"“{text}”")

    def _number(self, value: int, way: Way, field: str) -> str:
        if field.endswith("_ore") or AMOUNT_OF_LAW in way[-1:]:
            return self.voice.kronor(value)
        return f"{value}{NO_BREAK_SPACE}%" if field in PERCENTS else str(value)

    def _percent(self, value: Fraction, way: Way) -> str:
        number = decimal_number(value, decimals=2, language=self.voice.language)
        points = any("margin" in part.field for part in way if isinstance(part, At))
        unit = self.voice.say(sv="procentenheter", en="percentage points") if points else "%"
        return f"{number}{NO_BREAK_SPACE}{unit}"

    def _time(self, value: object) -> str | None:
        match value:
            case Span():
                return span_words(value, self.voice)
            case Waiting():
                return time_words(value, self.voice)
            case Schedule():
                return schedule_words(value, self.voice)
            case _:
                return None

    def _made_of_others(self, value: object, way: Way) -> str:
        match value:
            case Texts():
                return self._quoted(self.voice.of(value))
            case Reference():
                return self._quoted(value.title) + (f" ({value.url})" if value.url else "")
            case frozenset():
                members = sorted(self.value(each, way) for each in value)
                return ", ".join(members) if members else self.nothing()
            case tuple():
                return ", ".join(self._member(each, way) for each in value)
            case dict():
                pairs = (f"{self.named(k)}: {self.value(v, way)}" for k, v in value.items())
                return ", ".join(pairs) or self.nothing()
            case Dated():
                return self._national(value)
            case FlatRate():
                return rate_words(value, self.voice)
            case AboveReference():
                latest = value.margin.values[-1].valid_from
                return value.words(day=latest, language=self.voice.language)
            case _ if is_dataclass(value):
                return "; ".join(self.details(value)) or self.nothing()
            case _:
                return str(value)

    def _member(self, each: object, way: Way) -> str:
        """A member of a list; a name with an amount, as other amounts of a fee, is a pair."""
        match each:
            case (str() as name, int() as amount_ore):
                return f"{self.named(name)} {self.voice.kronor(amount_ore)}"
            case _:
                said = self.value(each, way)
                return f"({said})" if is_dataclass(each) else said

    def _national(self, value: Dated[object]) -> str:
        named = self.law.get(value.name)
        return self.voice.of(named) if named else value.name

    def _field(self, at: At) -> str:
        if at.of == "Law":
            return self.voice.of(self.law[at.field]) if at.field in self.law else at.field
        return label(at.of, at.field, language=self.voice.language)

    def _named(self, part: Named) -> str:
        if part.of == "DatedValue":
            return self.voice.date(date.fromisoformat(part.name))
        return self.named(part.name)


def _unsaid(field: Field[object]) -> object:
    """What a field is when a file says nothing of it."""
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return MISSING
