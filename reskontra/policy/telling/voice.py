"""The language that is spoken, and the names that things go by in it.

    voice = voice_of(procedure, policy, language="sv")
    voice.kinds({"water", "waste"})      -> "avfall och vatten och avlopp"
    voice.step("hand_over")              -> "”Överlämnad till inkasso”"
    voice.kronor(6000)                   -> "60 kr"

The one rule: a name that no file explains is shown as it is written, never left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reskontra.domain.identity import format_bankgiro
from reskontra.domain.long_day import long_day
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.domain.texts import Reference, Texts

_WHOLE = (",00", ".00")
_PROPER = ("Kronofogden", "Mina")
_DIGEST_SHOWN = 12

Known = Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Says things in one language, with the names of one procedure's creditor."""

    language: str
    day: date
    """The day whose rates and ceilings are told."""
    creditor: Creditor
    known_kinds: Known
    known_services: Known
    known_departments: Known
    known_steps: Known
    known_holds: Known
    known_findings: Known
    known_marks: Known
    stepped: frozenset[str]
    """Steps after which there is a last day to pay."""
    known_roles: Known = field(default_factory=dict)
    known_channels: Known = field(default_factory=dict)
    known_enclosures: Known = field(default_factory=dict)
    known_decisions: Known = field(default_factory=dict)

    def say(self, *, sv: str, en: str) -> str:
        """The one of the two that is in the reader's language."""
        return en if self.language == "en" else sv

    def of(self, texts: Texts) -> str:
        """A text of the files."""
        return texts.say(self.language)

    def listing(self, names: Sequence[str]) -> str:
        """Names as one phrase: "a, b och c"; another word where a name itself says "och"."""
        word = self.say(sv="och", en="and")
        if any(f" {word} " in name for name in names):
            word = self.say(sv="samt", en="as well as")
        return self._joined(names, word=word)

    def choice(self, names: Sequence[str]) -> str:
        """Names as one phrase: "a, b eller c"."""
        return self._joined(names, word=self.say(sv="eller", en="or"))

    def _joined(self, names: Sequence[str], *, word: str) -> str:
        *first, last = names or ("",)
        return f"{', '.join(first)} {word} {last}" if first else last

    def named(self, names: Collection[str], known: Known) -> list[str]:
        """What each is called inside a sentence, in order."""
        return sorted(self.inside(name, known) for name in names)

    def role(self, name: str) -> str:
        """Who does something, decides or gets a copy."""
        return self.inside(name, self.known_roles)

    def one(self, name: str, known: Known) -> str:
        """What it is called; as it is written when no file says."""
        texts = known.get(name)
        return self.of(texts) if texts else name

    def inside(self, name: str, known: Known) -> str:
        """What it is called inside a sentence: with a small letter, unless it is a proper name."""
        text = self.one(name, known)
        if text.startswith(_PROPER) or not text[1:2].islower():
            return text
        return text[0].lower() + text[1:]

    def account(self, name: str) -> str:
        """A bankgiro number of the creditor's, as people read it."""
        number = self.creditor.accounts.get(name)
        return format_bankgiro(number) if number else name

    def kinds(self, names: Collection[str]) -> str:
        """Kinds of invoice."""
        return self.listing(self.named(names, self.known_kinds))

    def services(self, names: Collection[str]) -> str:
        """Services on the lines of an invoice."""
        return self.choice(self.named(names, self.known_services))

    def step(self, name: str) -> str:
        """A step by its label."""
        label = self.one(name, self.known_steps)
        return self.say(sv=f"”{label}”", en=f"“{label}”")

    def steps(self, names: Collection[str]) -> str:
        """Steps by their labels."""
        return self.listing(sorted(self.step(name) for name in names))

    def alternatives(self, names: Collection[str]) -> str:
        """Steps by their labels, any of them."""
        return self.choice(sorted(self.step(name) for name in names))

    def kronor(self, ore: int) -> str:
        """An amount with its unit, whole kronor without decimals."""
        amount = format_kronor(ore, language=self.language)
        if amount.endswith(_WHOLE):
            amount = amount[:-3]
        return f"{amount}{NO_BREAK_SPACE}kr"

    def source(self, reference: Reference) -> str:
        """Where a rule comes from, as a sentence."""
        address = f" <{reference.url}>" if reference.url else ""
        title = reference.title
        return self.say(sv=f"Källa: {title}{address}.", en=f"Source: {title}{address}.")

    def file(self, file: str, digest: str) -> str:
        """The file that says it, with its digest."""
        mark = digest[:_DIGEST_SHOWN]
        return self.say(
            sv=f"Fil: {file}, kontrollsumma {mark}.", en=f"File: {file}, digest {mark}."
        )

    def date(self, day: date) -> str:
        """A day with the month in words, kept on one line."""
        return long_day(day, language=self.language)


def voice_of(procedure: Procedure, policy: Policy, *, day: date, language: str) -> Voice:
    """The voice for a procedure of the policy."""
    creditor = policy.creditors[procedure.creditor]
    steps = [step for each in creditor.procedures for step in each.steps] + list(procedure.steps)
    return Voice(
        language=language,
        day=day,
        creditor=creditor,
        known_kinds=creditor.invoice_kinds,
        known_services=creditor.services,
        known_departments={each.code: each.name for each in creditor.departments},
        known_steps={step.name: step.label for step in steps},
        known_holds=policy.hold_kinds,
        known_findings=policy.clearance_kinds,
        known_marks=policy.mark_kinds,
        known_roles=policy.role_kinds,
        known_channels={name: each.texts for name, each in policy.channel_kinds.items()},
        known_enclosures=policy.enclosure_kinds,
        known_decisions=policy.decision_kinds,
        stepped=frozenset(step.name for step in procedure.steps if step.pay_within is not None),
    )
