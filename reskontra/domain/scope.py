"""Which invoices a procedure, or a campaign, takes.

    Scope(kinds=frozenset({"water"}))                            every water invoice
    Scope(kinds=frozenset({"water"}), departments=frozenset({"north"}))   narrower: it wins

The one rule: of two scopes that take an invoice the narrower one wins, by the number of things
that it names; two as narrow that could take the same invoice are refused when they are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from reskontra.domain.dealings import Dealings
from reskontra.domain.party import PartyKind

EVERY_DEBTOR = frozenset(PartyKind)


class Billed(Protocol):
    """What an invoice says of itself that a scope may ask."""

    @property
    def kind(self) -> str:
        """The kind of invoice."""

    @property
    def debtor(self) -> PartyKind:
        """What the recipient is in law."""

    @property
    def invoice_date(self) -> date:
        """The invoice date."""

    @property
    def due_date(self) -> date:
        """The due date."""

    @property
    def department(self) -> str:
        """The department that billed; empty for what we bill ourselves."""

    @property
    def facility(self) -> str:
        """The facility that it concerns, if any."""

    @property
    def services(self) -> frozenset[str]:
        """The services on its lines."""

    @property
    def marks(self) -> frozenset[str]:
        """What the billing system has marked it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsBilled:
    """An invoice that is not a claim yet, as a scope sees it."""

    kind: str
    debtor: PartyKind
    invoice_date: date
    due_date: date
    department: str = ""
    facility: str = ""
    services: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an invoice must be; what is not named may be anything."""

    kinds: frozenset[str]
    debtors: frozenset[PartyKind] = EVERY_DEBTOR
    departments: frozenset[str] = frozenset()
    facilities: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    """The invoice must have one of these."""
    party_has_only: frozenset[str] = frozenset()
    """The party is billed for these services and no other."""

    @property
    def narrowness(self) -> int:
        """How many things it names besides the kinds."""
        return sum(
            (
                self.debtors != EVERY_DEBTOR,
                bool(self.departments),
                bool(self.facilities),
                bool(self.marks),
                bool(self.party_has_only),
            )
        )

    def takes(self, billed: Billed, dealings: Dealings | None = None) -> bool:
        """Whether the invoice is of this scope; with no dealings known it may be any."""
        return (
            billed.kind in self.kinds
            and billed.debtor in self.debtors
            and (not self.departments or billed.department in self.departments)
            and (not self.facilities or billed.facility in self.facilities)
            and (not self.marks or bool(self.marks & billed.marks))
            and (
                not self.party_has_only
                or dealings is None
                or dealings.services <= self.party_has_only
            )
        )

    def overlaps(self, other: Scope) -> bool:
        """Whether some invoice could be of both scopes."""
        return bool(
            self.kinds & other.kinds
            and self.debtors & other.debtors
            and _meet(self.departments, other.departments)
            and _meet(self.facilities, other.facilities)
        )


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether they share a name, where none at all stands for every name."""
    return not some or not others or bool(some & others)
