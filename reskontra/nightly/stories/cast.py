"""Who the persons of a story are, and what its invoices say that the story leaves out.

    cast = Cast(story, policy)
    cast.identity_number("Cilla")  -> an official test number, always the same for the same place
    cast.invoice("1003").kind      -> "culture", as the story's procedure takes it

The one rule: what is not written is taken from the story's header and the policy, the same way in
every world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.identity import luhn_digit, ocr_number
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.nightly.stories.births import Born
from reskontra.nightly.stories.line import GivenLine
from reskontra.nightly.stories.notation import InvoiceSent
from reskontra.nightly.stories.story import Story

DEFAULT_PROCEDURE = "general"
_FIRST_BIRTH_DATE = date(1950, 1, 1)
_TEST_BIRTH_NUMBER = "238"
_TEST_ORGANIZATIONS = "55999"


class NotInPolicy(Refused):
    """{file}: {what} {name!r} is not in the policy; there is {known}."""

    swedish = "{file}: {what} {name!r} finns inte i reglerna; där finns {known}."


class TwiceInStory(Refused):
    """{file}: invoice {number} is sent twice; give every invoice a number of its own."""

    swedish = "{file}: faktura {number} skickas två gånger. Ge varje faktura ett eget nummer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """An invoice with everything that it says. Amount in öre."""

    number: str
    ocr_number: str
    creditor: Creditor
    kind: str
    name: str
    debtor: PartyKind
    invoice_date: date
    due_date: date
    amount_ore: int
    department: str
    facility: str
    marks: tuple[str, ...]
    lines: tuple[tuple[str, int], ...]
    """(service, öre)."""
    others: tuple[str, ...]
    """Who owes it besides `name`."""


class Cast:
    """The parties and the invoices of one story."""

    def __init__(self, story: Story, policy: Policy) -> None:
        """Refuses a procedure, creditor or kind that the policy does not have."""
        self.policy = policy
        self.lines = story.lines
        self._file = story.file
        self._names: dict[str, PartyKind] = {}
        self._born: dict[str, date] = {}
        self._sent: dict[str, Sent] = {}
        self.readers: dict[tuple[str, int], str] = {}
        """(party, which of those who stand for it) -> what that one is called."""
        self._creditors = self._named_creditors(story)
        self._procedure = self._named_procedure(story)
        for line in story.lines:
            if isinstance(line.event, InvoiceSent):
                self._add(line.event, line.day)
            elif isinstance(line.event, Born):
                self._born[line.event.name] = line.event.born
            elif isinstance(line.event, GivenLine):
                for name in line.event.names:
                    self._names.setdefault(name, self._usual_debtor())

    def _named_creditors(self, story: Story) -> tuple[Creditor, ...]:
        known = self.policy.creditors
        if not story.creditor:
            return tuple(known.values())
        if story.creditor not in known:
            raise self._unknown("creditor", story.creditor, known)
        return (known[story.creditor],)

    def _named_procedure(self, story: Story) -> Procedure:
        procedures = [each for creditor in self._creditors for each in creditor.procedures]
        names = [each.name for each in procedures]
        wanted = story.procedure or (DEFAULT_PROCEDURE if DEFAULT_PROCEDURE in names else names[0])
        if wanted not in names:
            raise self._unknown("procedure", wanted, names)
        return procedures[names.index(wanted)]

    def _unknown(self, what: str, name: str, known: Iterable[str]) -> NotInPolicy:
        words = ", ".join(sorted(set(known)))
        return NotInPolicy(file=self._file, what=what, name=name, known=words)

    def _add(self, event: InvoiceSent, day: date) -> None:
        if event.number in self._sent:
            raise TwiceInStory(file=self._file, number=event.number)
        kind = event.kind or self._usual_kind()
        creditor = self._creditor_of(kind)
        debtor = self._names.setdefault(event.name, event.debtor or self._usual_debtor())
        for name in event.others:
            self._names.setdefault(name, self._usual_debtor())
        if event.born is not None:
            self._born[event.name] = event.born
        self._sent[event.number] = Sent(
            number=event.number,
            ocr_number=ocr_number("".join(filter(str.isdigit, event.number))),
            creditor=creditor,
            kind=kind,
            name=event.name,
            debtor=debtor,
            invoice_date=event.invoice_date or day,
            due_date=event.due_date,
            amount_ore=event.amount_ore,
            department=event.department or creditor.departments[0].code,
            facility=event.facility,
            marks=event.marks,
            lines=event.lines or ((kind, event.amount_ore),),
            others=event.others,
        )

    def _usual_kind(self) -> str:
        """The kind that has the procedure's name, else its first by the alphabet."""
        kinds = self._procedure.scope.kinds
        return self._procedure.name if self._procedure.name in kinds else min(kinds)

    def _usual_debtor(self) -> PartyKind:
        debtors = self._procedure.scope.debtors
        return PartyKind.PERSON if PartyKind.PERSON in debtors else min(debtors)

    def _creditor_of(self, kind: str) -> Creditor:
        own = self.policy.creditors[self._procedure.creditor]
        for creditor in (own, *self._creditors):
            if kind in creditor.invoice_kinds:
                return creditor
        raise self._unknown("kind", kind, (k for c in self._creditors for k in c.invoice_kinds))

    @property
    def home(self) -> Creditor:
        """The creditor whom money without a known invoice is paid to."""
        return self.policy.creditors[self._procedure.creditor]

    @property
    def creditors(self) -> tuple[Creditor, ...]:
        """The creditors that the story has anything to do with."""
        codes = {self.home.code, *(each.creditor.code for each in self._sent.values())}
        return tuple(self.policy.creditors[code] for code in sorted(codes))

    @property
    def names(self) -> tuple[str, ...]:
        """The parties, in the order that they come."""
        return tuple(self._names)

    def invoice(self, number: str) -> Sent:
        """What the invoice says; it must be one that the story sends."""
        return self._sent[number]

    def debtor(self, name: str) -> PartyKind:
        """What the party is in law."""
        return self._names[name]

    def born(self, name: str) -> date | None:
        """When the party was born; None for an organization."""
        if self._names[name] is PartyKind.ORGANIZATION:
            return None
        usual = _FIRST_BIRTH_DATE + timedelta(days=self.names.index(name))
        return self._born.get(name, usual)

    def identity_number(self, name: str) -> str:
        """A test number for the party: of a person who never lived, or of no organization."""
        place = self.names.index(name)
        if self._names[name] is PartyKind.ORGANIZATION:
            body = f"{_TEST_ORGANIZATIONS}{place:04d}"
            return body + luhn_digit(body)
        body = f"{self.born(name):%Y%m%d}{_TEST_BIRTH_NUMBER}"
        return body + luhn_digit(body[2:])

    def parties(self) -> Iterator[tuple[str, str]]:
        """(identity number, name) of everybody."""
        for name in self._names:
            yield self.identity_number(name), name
