"""What every kind of line is: given, done or asked.

    class PaidThere(GivenLine): ...      # "agency paid 1004 300,00"
    class Recalled(DidLine): ...         # "-> recall Cilla 1004 for dispute"
    class Payee(AskedLine): ...          # "? payee 1004 us"

An area of the system has its lines in a module of its own in `areas`. The one rule: a line knows
how it is written, and how it is lived in each of the two worlds; nobody else needs to know it.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, Self

from django.db.backends.utils import CursorWrapper

if TYPE_CHECKING:
    from reskontra.domain.claim import Claim
    from reskontra.domain.rules import Policy
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase


class Written(Protocol):
    """Something that a line of a story says."""

    __slots__ = ()

    @property
    @abstractmethod
    def text(self) -> str:
        """As it is written; a value has one way to be."""


class GivenLine(Written):
    """Something that the world does, or a person, on the day of the line."""

    __slots__ = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whom the line brings into the story, besides those whom invoices name."""
        return ()

    @abstractmethod
    def in_values(self, world: Pure, day: date) -> None:
        """Let it happen in the world of values."""

    @abstractmethod
    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """Let it happen through the system's own door; `cursor` is in the day's transaction."""


class DidLine(Written):
    """Something that the system does."""

    __slots__ = ()


class AskedLine(Written):
    """Something asked after the night of the day; its text ends with the answer."""

    __slots__ = ()

    @abstractmethod
    def from_values(self, world: Pure, today: date) -> AskedLine:
        """The same question with the answer that the world of values gives."""

    @abstractmethod
    def from_rows(self, world: ThroughDatabase, today: date) -> AskedLine:
        """The same question with the answer that the rows give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfClaim(AskedLine):
    """A question that the domain answers of one claim, wherever the claim comes from."""

    number: str
    said: str

    @abstractmethod
    def answer(self, claim: Claim, policy: Policy, today: date) -> str:
        """What is to be said."""

    def from_values(self, world: Pure, today: date) -> Self:
        """Of the claim among values."""
        return replace(self, said=self.answer(world.claim(self.number), world.policy, today))

    def from_rows(self, world: ThroughDatabase, today: date) -> Self:
        """Of the claim among rows."""
        return replace(self, said=self.answer(world.claim(self.number), world.policy, today))
