"""What a story may ask about the letter by which a step was taken for an invoice.

    -> place-notice Cilla 1003 in collection-demand
    ? letter 1003 reminder by sms
    ? letter 1003 reminder expected 2025-04-14
    ? letter 1003 reminder demands 100,00
    ? letter 1003 reminder says "Hör av dig"
    ? letter 1003 reminder lacks "mycket högre"
    ? letter 1003 reminder encloses invoice_copies
    ? letter 1003 reminder copies to second_guardian
    ? letter 1003 collection-demand pays to 999-1241

The one rule: the answer is taken from what the letter itself says, or will say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections

from reskontra.domain.bundling import Bundle
from reskontra.domain.channels import choose, expected_on, marks_of
from reskontra.domain.fees import vat_part_ore
from reskontra.domain.letter import Letter, WithWords, from_json
from reskontra.domain.money import parse_kronor
from reskontra.domain.night import Plan
from reskontra.domain.rules import Policy
from reskontra.dunning import words
from reskontra.dunning.step_letters import Head, letter_of
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.areas.asking import high_of
from reskontra.nightly.stories.line import AskedLine, DidLine
from reskontra.nightly.stories.notation import kronor, step_words
from reskontra.nightly.stories.shape import Groups, Shape, shape
from reskontra.records import history, letters
from reskontra.records.detail import detail_of
from reskontra.records.parties import Recipient

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

NOT_WRITTEN = "is not written"
NOBODY = "nobody"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A letter, and how it goes."""

    letter: Letter
    creditor: str
    channel: str
    encloses: tuple[str, ...]
    copies_to: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutLetter(AskedLine):
    """One thing asked about the letter of a step."""

    number: str
    step: str
    about: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? letter {self.number} {step_words(self.step)} {self.about} {self.said}"

    def from_values(self, world: Pure, today: date) -> AboutLetter:
        """As the letter would say when it is made of the night's plan."""
        return self._answered(_planned(world, self.number, self.step), world.policy)

    def from_rows(self, world: ThroughDatabase, today: date) -> AboutLetter:
        """As the letter's row says."""
        with connections["default"].cursor() as cursor:
            invoice, _ = world.invoice_rows(cursor, self.number)
            row = letters.of_step(cursor, invoice=invoice, step=self.step)
        if row is None:
            return self._answered(None, world.policy)
        found = _Found(
            letter=from_json(row.data),
            creditor=row.creditor,
            channel=row.channel,
            encloses=row.encloses,
            copies_to=row.copies_to,
            day=row.day,
        )
        return self._answered(found, world.policy)

    def _answered(self, found: _Found | None, policy: Policy) -> AboutLetter:
        if found is None:
            return replace(self, said=NOT_WRITTEN)
        return replace(self, said=_ANSWERS[self.about](found, policy, self.said))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoodIn(DidLine):
    """A step was taken for an invoice by words in the letter of another step."""

    step: str
    name: str
    number: str
    host: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> {step_words(self.step)} {self.name} {self.number} in {step_words(self.host)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax(AskedLine):
    """The value-added tax inside an invoice of a step's fee. Amount in öre."""

    number: str
    vat_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? vat {self.number} {kronor(self.vat_ore)}"

    def from_values(self, world: Pure, today: date) -> Tax:
        """As the fee's own rate makes it."""
        dues = (due for _, plan in world.plans for due in plan.fees if due.number == self.number)
        taken = next(dues).taken
        assert taken.step.fee is not None
        percent = taken.step.fee.vat_percent
        return replace(self, vat_ore=vat_part_ore(amount_ore=taken.fee_ore, vat_percent=percent))

    def from_rows(self, world: ThroughDatabase, today: date) -> Tax:
        """As the invoice's lines say."""
        with connections["default"].cursor() as cursor:
            invoice, _ = world.invoice_rows(cursor, self.number)
            lines = detail_of(cursor, invoice, today=today, asking=()).lines
        return replace(self, vat_ore=sum(line.vat_ore for line in lines))


def _becomes_tax(g: Groups) -> tuple[Tax]:
    return (Tax(number=g["number"], vat_ore=parse_kronor(g["amount"])),)


def _stood_in(world: Pure, day: date) -> Iterator[StoodIn]:
    latest, plan = world.plans[-1]
    for bundle in plan.bundles if latest == day else ():
        for guest in bundle.guests:
            for claim in bundle.acted:
                yield StoodIn(
                    step=guest.name,
                    name=world.name_of(claim),
                    number=claim.number,
                    host=bundle.step.name,
                )


def _deeds(rows: Rows) -> Iterator[tuple[date, StoodIn]]:
    for row in history.guests(rows.cursor, rows.ids):
        number, name = rows.number(row.invoice), rows.name_of(row.invoice)
        yield row.day, StoodIn(step=row.step, name=name, number=number, host=row.host)


def _becomes_stood_in(g: Groups) -> tuple[StoodIn]:
    step, host = (g[each].replace("-", "_") for each in ("step", "host"))
    return (StoodIn(step=step, name=g["name"], number=g["number"], host=host),)


def _planned(world: Pure, number: str, step: str) -> _Found | None:
    """The letter of the night that took the step for the invoice."""
    for day, plan in reversed(world.plans):
        for bundle in plan.bundles:
            names = [each.name for each in (bundle.step, *bundle.guests)]
            if step in names and number in [each.number for each in bundle.acted]:
                return _made(world, bundle, plan, day)
    return None


def _made(world: Pure, bundle: Bundle, plan: Plan, day: date) -> _Found:
    """The letter as the night makes it of its plan."""
    policy, step = world.policy, bundle.said
    creditor = policy.creditors[bundle.creditor]
    taken_of = {each.claim.key: each for each in plan.taken if each.step.name == step.name}
    head = Head(
        policy=policy,
        creditor=creditor,
        sender=words.paid_to(words.sender_of(creditor), creditor, step),
        recipient=_recipient(world.name_of(bundle.acted[0])),
        ocr_number="",
        day=day,
        pay_by=bundle.pay_by,
        high=frozenset() if bundle.place else high_of(world, bundle.acted),
    )
    goes = choose(
        step.channels or creditor.channels,
        kinds=policy.channel_kinds,
        marks=marks_of(bundle.acted),
        protected=False,
    )
    return _Found(
        letter=letter_of(bundle, head=head, taken=[taken_of[each.key] for each in bundle.acted]),
        creditor=creditor.code,
        channel=goes.channel,
        encloses=tuple(sorted(step.encloses)),
        copies_to=tuple(sorted(step.copies_to)),
        day=day,
    )


def _recipient(name: str) -> Recipient:
    return Recipient(name=name, address_lines=(), language="sv", protected_identity=False)


def _own_words(found: _Found) -> str:
    letter = found.letter
    return " ".join(letter.paragraphs) if isinstance(letter, WithWords) else ""


def _says(found: _Found, _: Policy, asked: str) -> str:
    """The words asked about, if they stand in the letter; else the letter's own."""
    own = _own_words(found)
    return asked if asked.strip('"') in own else f'"{own}"'


def _lacks(found: _Found, policy: Policy, asked: str) -> str:
    """The words asked about, if they do not stand in the letter; else the letter's own."""
    own = _own_words(found)
    return f'"{own}"' if asked.strip('"') in own else asked


def _expected(found: _Found, policy: Policy, _: str) -> str:
    leaves_as = policy.channel_kinds[found.channel].leaves_as
    rules = policy.creditors[found.creditor].portal
    return str(expected_on(leaves_as, day=found.day, rules=rules))


_ANSWERS: dict[str, Callable[[_Found, Policy, str], str]] = {
    "by": lambda found, _, asked: found.channel,
    "expected": _expected,
    "demands": lambda found, _, asked: kronor(found.letter.total_ore),
    "says": _says,
    "lacks": _lacks,
    "encloses": lambda found, _, asked: " ".join(found.encloses) or NOTHING,
    "copies to": lambda found, _, asked: " ".join(found.copies_to) or NOBODY,
    "pays to": lambda found, _, asked: found.letter.sender.bankgiro,
}
"""What may be asked, and how it is answered."""

_WRITTEN = {
    "by": "<said:words>",
    "expected": "<said:day>",
    "demands": "<said:amount>",
    "says": '"<said:quoted>"',
    "lacks": '"<said:quoted>"',
    "encloses": "<said:words>",
    "copies to": "<said:words>",
    "pays to": "<said:facility>",
}


def _shape(about: str, written: str) -> Shape:
    def becomes(g: Groups) -> tuple[AboutLetter]:
        said = f'"{g["said"]}"' if about in ("says", "lacks") else g["said"]
        step = g["step"].replace("-", "_")
        return (AboutLetter(number=g["number"], step=step, about=about, said=said),)

    return shape(f"? letter <number> <step:word> {about} {written}", becomes)


AREA = Area(
    shapes=(
        shape("-> <step:word> <name> <number> in <host:word>", _becomes_stood_in),
        shape("? vat <number> <amount>", _becomes_tax),
        *(_shape(about, written) for about, written in _WRITTEN.items()),
    ),
    night_in_values=_stood_in,
    deeds=_deeds,
)
