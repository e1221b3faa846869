"""Why more time to pay, or payment in parts, is not given: values with words that people read.

    reason = Reason(Why.PART_BELOW, amount_ore=50_000)
    reason.short             -> "part below 500,00"
    reason.texts().sv        -> "Varje del måste vara minst 500,00 kr."

The one rule: a no says what would have been a yes, where anything would: the last day, the least
amount. What is not told is what the rules do not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.claim import Claim
from reskontra.domain.conditions import Condition, Unmet, each_unmet
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.texts import Texts


class Why(StrEnum):
    """What stands in the way, in as few words as a story says it."""

    NO_DEFERRAL = "no deferral"
    NO_PLAN = "no plan"
    SETTLED = "settled"
    NO_LATER_DAY = "no later than"
    TOO_LONG = "longer than until"
    TOO_LATE = "asked after"
    TOO_EARLY = "asked before"
    AFTER_STEP = "after"
    BEFORE_STEP = "before"
    NEEDS = "needs"
    NOBODY_MAY = "more than anybody may grant"
    WHOLE_ONLY = "the whole only"
    PART_ABOVE = "part above"
    PART_BELOW = "part below"
    MORE_PARTS = "more parts than"
    FEWER_PARTS = "fewer parts than"
    FIRST_AFTER = "first part after"
    FIRST_BEFORE = "first part before"
    LEFT_ABOVE = "left above"
    LEFT_BELOW = "left below"
    NOT_THIS_KIND = "not this kind"
    OTHERS_OVERDUE = "others overdue"
    PAID_LATE = "paid late"
    LATEST_NOT_IN_TIME = "latest not in time"
    TOO_OFTEN = "too often"
    OTHER_INVOICES = "other invoices"


WORDS: dict[Why, Texts] = {
    Why.NO_DEFERRAL: Texts(
        sv="Det går inte att få anstånd med den här fakturan.",
        en="You cannot get more time to pay this invoice.",
    ),
    Why.NO_PLAN: Texts(
        sv="Det går inte att dela upp betalningen av den här fakturan.",
        en="You cannot pay this invoice in parts.",
    ),
    Why.SETTLED: Texts(sv="Det finns inget kvar att betala.", en="Nothing is left to pay."),
    Why.NO_LATER_DAY: Texts(
        sv="Välj en senare dag än {value}.", en="Choose a later day than {value}."
    ),
    Why.TOO_LONG: Texts(
        sv="Du kan få betala senast {value}.", en="You may pay on {value} at the latest."
    ),
    Why.TOO_LATE: Texts(
        sv="Du behövde fråga senast {value}.", en="You needed to ask by {value} at the latest."
    ),
    Why.TOO_EARLY: Texts(
        sv="Du kan fråga tidigast {value}.", en="You can ask on {value} at the earliest."
    ),
    Why.AFTER_STEP: Texts(
        sv="Det går inte efter det här steget: {value}.",
        en="It cannot be done after this step: {value}.",
    ),
    Why.BEFORE_STEP: Texts(
        sv="Det går först efter det här steget: {value}.",
        en="It can be done only after this step: {value}.",
    ),
    Why.NEEDS: Texts(
        sv="En handläggare måste först ha bedömt detta: {value}.",
        en="A case officer must first have found this: {value}.",
    ),
    Why.NOBODY_MAY: Texts(
        sv="Ingen får säga ja till så mycket eller så lång tid.",
        en="Nobody may say yes to so much, or to so long a time.",
    ),
    Why.WHOLE_ONLY: Texts(
        sv="Anstånd gäller hela fakturan, inte en del av den.",
        en="More time is given for the whole invoice, not for a part of it.",
    ),
    Why.PART_ABOVE: Texts(
        sv="Du kan vänta med högst {value} kr.", en="You may wait with SEK {value} at most."
    ),
    Why.PART_BELOW: Texts(
        sv="Varje del måste vara minst {value} kr.", en="Each part must be SEK {value} at least."
    ),
    Why.MORE_PARTS: Texts(
        sv="Du kan dela upp betalningen i högst {value} delar.",
        en="You may pay in {value} parts at most.",
    ),
    Why.FEWER_PARTS: Texts(
        sv="Betalningen måste ha minst {value} del.", en="There must be {value} part at least."
    ),
    Why.FIRST_AFTER: Texts(
        sv="Den första delen måste betalas senast {value}.",
        en="The first part must be paid by {value} at the latest.",
    ),
    Why.FIRST_BEFORE: Texts(
        sv="Den första delen kan betalas tidigast {value}.",
        en="The first part can be paid on {value} at the earliest.",
    ),
    Why.LEFT_ABOVE: Texts(
        sv="Det gäller bara när högst {value} kr är kvar att betala.",
        en="It is given only when SEK {value} at most is left to pay.",
    ),
    Why.LEFT_BELOW: Texts(
        sv="Det gäller bara när minst {value} kr är kvar att betala.",
        en="It is given only when SEK {value} at least is left to pay.",
    ),
    Why.NOT_THIS_KIND: Texts(
        sv="Det gäller inte en faktura som den här.",
        en="It is not given for an invoice like this one.",
    ),
    Why.OTHERS_OVERDUE: Texts(
        sv="Betala först dina andra fakturor som har förfallit.",
        en="First pay your other invoices that are overdue.",
    ),
    Why.PAID_LATE: Texts(
        sv="Du har betalat tidigare fakturor för sent.",
        en="You have paid earlier invoices too late.",
    ),
    Why.LATEST_NOT_IN_TIME: Texts(
        sv="Vi har inte sett dig betala dina senaste fakturor i tid.",
        en="We have not seen you pay your latest invoices in time.",
    ),
    Why.TOO_OFTEN: Texts(
        sv="Det har hänt för ofta. Du kan fråga igen {value}.",
        en="It has happened too often. You can ask again on {value}.",
    ),
    Why.OTHER_INVOICES: Texts(
        sv="Dina andra fakturor gör att det inte går.",
        en="Your other invoices stand in the way.",
    ),
}
"""What each reason says to the person who asked."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a no, with the one thing that it is about. Amount in öre."""

    why: Why
    amount_ore: int | None = None
    day: date | None = None
    count: int | None = None
    what: str = ""
    """The name of a step, or of a clearance."""

    @property
    def short(self) -> str:
        """As a story says it."""
        return f"{self.why.value} {self._value()}".strip()

    def texts(self, names: Mapping[str, Texts] | None = None) -> Texts:
        """A whole sentence; `names` are what steps and clearances are called."""
        label = (names or {}).get(self.what)
        words = WORDS[self.why]
        return Texts(
            sv=words.sv.format(value=label.sv if label else self._value()),
            en=words.en.format(value=label.en if label else self._value(language="en")),
        )

    def _value(self, *, language: str = "sv") -> str:
        if self.amount_ore is not None:
            return format_kronor(self.amount_ore, language=language).replace(NO_BREAK_SPACE, " ")
        if self.day is not None:
            return str(self.day)
        return self.what.replace("_", " ") if self.count is None else str(self.count)


@dataclass(frozen=True, slots=True)
class Declined:
    """The answer is no, and why: every reason, not only the first."""

    reasons: tuple[Reason, ...]

    @property
    def short(self) -> str:
        """As a story says it."""
        return f"refused: {', '.join(reason.short for reason in self.reasons)}"


_BY_QUESTION = {
    "open_at_least_ore": Why.LEFT_BELOW,
    "service_debt_at_least_ore": Why.LEFT_BELOW,
    "open_at_most_ore": Why.LEFT_ABOVE,
    "others_overdue_at_most": Why.OTHERS_OVERDUE,
    "paid_late": Why.PAID_LATE,
    "last_paid_on_time": Why.LATEST_NOT_IN_TIME,
    "overdue_at_least_ore": Why.OTHER_INVOICES,
    "invoices_overdue_at_least": Why.OTHER_INVOICES,
    "has_only_services": Why.OTHER_INVOICES,
    "steps_taken": Why.OTHER_INVOICES,
}
_SAYS_AMOUNT = frozenset({Why.LEFT_BELOW, Why.LEFT_ABOVE})


def unmet_reasons(claim: Claim, condition: Condition, today: date) -> Iterator[Reason]:
    """Why the condition does not hold of the claim, question by question."""
    for name, found in each_unmet(claim, condition, today):
        yield from _reason(claim, condition, name, found)


def _reason(claim: Claim, condition: Condition, name: str, found: Unmet) -> Iterator[Reason]:
    if name == "steps_taken" and found.mended_on is not None:
        yield Reason(Why.TOO_OFTEN, day=found.mended_on)
    elif name == "overdue_at_least":
        yield Reason(Why.TOO_EARLY, day=found.mended_on)
    elif name == "overdue_at_most" and condition.overdue_at_most is not None:
        yield Reason(Why.TOO_LATE, day=condition.overdue_at_most.after(claim.due_date))
    elif name == "taken":
        taken = {each.name for each in claim.steps_taken}
        yield from _of_each(Why.BEFORE_STEP, condition.taken - taken)
    elif name == "not_taken":
        yield from taken_reasons(claim, condition.not_taken)
    else:
        why = _BY_QUESTION.get(name, Why.NOT_THIS_KIND)
        yield Reason(why, amount_ore=getattr(condition, name) if why in _SAYS_AMOUNT else None)


def taken_reasons(claim: Claim, not_after: frozenset[str]) -> Iterator[Reason]:
    """Each step that has been taken though there must be none of these."""
    return _of_each(Why.AFTER_STEP, not_after & {each.name for each in claim.steps_taken})


def _of_each(why: Why, names: Iterable[str]) -> Iterator[Reason]:
    """A reason for each of the names, in their order."""
    return (Reason(why, what=name) for name in sorted(names))


def missing_findings(claim: Claim, needs: frozenset[str]) -> Iterator[Reason]:
    """Each clearance that nobody has made for the claim yet."""
    return _of_each(Why.NEEDS, (name for name in needs if claim.cleared_on(name) is None))
