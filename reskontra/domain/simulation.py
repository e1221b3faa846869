"""Simulation: claims lived forward under one policy, with payers, day by day.

    life = Simulation(claims, policy=policy, seed=1, first_day=date(2026, 3, 2))
    for day in life.until(date(2026, 3, 31)):
        day.paid, day.night

Only days with work are lived, and of the claims only those with work are touched; a day's work is
the nightly run's own (`nights`). A payment of a banking day is read from the bank's file on the day
after, before the night. The one rule: nothing is decided here; rules decide the one half
(`night.plan`), payers the other (`payers`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush

from reskontra.domain.claim import Claim, Hold
from reskontra.domain.night import Taken
from reskontra.domain.nights import Night, Nights
from reskontra.domain.payers import Payer, Share, payer_of
from reskontra.domain.rules import Policy
from reskontra.domain.step import Does

NUDGES = frozenset({Does.LETTER, Does.HAND_OVER})
"""What makes people pay who did not pay by themselves."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Paid:
    """Money from the bank's file of `value_date`. Amount in öre."""

    claim: Claim
    """As it was before."""
    amount_ore: int
    value_date: date
    settles: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What a day came to: first the money, then the night."""

    day: date
    paid: tuple[Paid, ...]
    night: Night


class Simulation:
    """Some claims, whoever pays them, and the days that are to come."""

    def __init__(
        self,
        claims: Iterable[Claim],
        *,
        policy: Policy,
        seed: int,
        first_day: date,
        party_holds: dict[int, tuple[Hold, ...]] | None = None,
    ) -> None:
        """Take up the claims; each is looked at on the first day, as when rules have changed."""
        self.nights = Nights(policy)
        self.nights.party_holds |= party_holds or {}
        self._seed = seed
        self._first_day = first_day
        self._payers: dict[int, Payer] = {}
        self._on_way: defaultdict[date, list[tuple[int, int]]] = defaultdict(list)
        self._days: list[date] = []
        for claim in claims:
            self.nights.take_up(claim, look_on=first_day)
            self._meet(claim, first_day)

    def claims(self) -> Iterator[Claim]:
        """Every claim as it stands, settled ones among them."""
        return (owed.claim for owed in self.nights.owed.values())

    def until(self, last_day: date) -> Iterator[Day]:
        """Live the days with work up to `last_day`, that day among them."""
        while (day := self._next_day()) is not None and day <= last_day:
            paid = tuple(self._read_bank(day))
            night = self.nights.live(day, self.nights.due(day))
            for taken in night.plan.taken:
                self._nudge(taken, day)
            for claim in night.interest:
                self._meet(claim, day + _ONE_DAY)
            yield Day(day, paid, night)

    def _next_day(self) -> date | None:
        """The first day with money to be read or a claim to be looked at."""
        while self._days and self._days[0] not in self._on_way:
            heappop(self._days)
        days = [day for day in (*self._days[:1], self.nights.next_day()) if day is not None]
        return max(min(days), self._first_day) if days else None

    def _meet(self, claim: Claim, first_day: date) -> None:
        """Let the claim have its payer, who may pay without being asked again."""
        payer = self._payers[claim.key] = payer_of(claim, seed=self._seed, first_day=first_day)
        if payer.pays_on is not None:
            self._will_pay(claim, payer.share, payer.pays_on)

    def _nudge(self, taken: Taken, day: date) -> None:
        """A letter or a hand-over reaches the payer, who may pay all that is owed after it."""
        if taken.step.does not in NUDGES:
            return
        key = taken.claim.key
        pays_on = self._payers[key].nudged(day=day)
        if pays_on is not None:
            self._will_pay(self.nights.owed[key].claim, Share.ALL, pays_on)

    def _will_pay(self, claim: Claim, share: Share, value_date: date) -> None:
        amount_ore = self._payers[claim.key].pay(claim.open_ore, share)
        if amount_ore:
            day = value_date + _ONE_DAY
            if day not in self._on_way:
                heappush(self._days, day)
            self._on_way[day].append((claim.key, amount_ore))

    def _read_bank(self, day: date) -> Iterator[Paid]:
        for key, amount_ore in self._on_way.pop(day, ()):
            before, value_date = self.nights.owed[key].claim, day - _ONE_DAY
            self._payers[key].on_way_ore -= amount_ore
            self.nights.pay([key], amount_ore, value_date=value_date, day=day)
            settles = not before.settled and self.nights.owed[key].claim.settled
            yield Paid(before, amount_ore, value_date, settles)
