"""Nights: many claims kept as values, and each night's plan carried out on them.

    nights = Nights(policy)
    nights.take_up(claim, look_on=date(2025, 4, 9))
    nights.live(date(2025, 4, 9), nights.due(date(2025, 4, 9)))  -> what the night came to

The stories live here, and so does the simulation. The one rule: what a night does is `night.plan`'s
word alone, the same that the nightly run records; and as there, a claim is looked at on the day
that its last look, payment or invoice set.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import heappop, heappush

from reskontra.domain.allocation import DEFAULT_ORDER
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.dealings import FEE_KIND, INTEREST_KIND, OURS, Dealings
from reskontra.domain.debtors import held_by
from reskontra.domain.dunning import first_look
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount, sums
from reskontra.domain.night import FeeDue, InterestDue, Loaded, Plan, plan
from reskontra.domain.owed import Owed
from reskontra.domain.part_apart import PartDue
from reskontra.domain.plan_night import PlanTurn, after_turn
from reskontra.domain.premises import Premises
from reskontra.domain.representative import Representation
from reskontra.domain.rules import Part, Policy, Procedure
from reskontra.domain.ruling import asking, comes_in_force


@dataclass(frozen=True, slots=True)
class Night:
    """What a night came to: its plan, carried out, and the invoices that it made itself."""

    day: date
    plan: Plan
    entries: tuple[Entry, ...]
    """Booked in the night: fees, late interest, what was written off."""
    interest: tuple[Claim, ...]
    fees: tuple[Claim, ...]
    parts: tuple[Claim, ...] = ()
    """Billed apart: what the rest did not wait for."""
    booked: Mapping[tuple[int, str], tuple[Entry, ...]] = field(default_factory=dict)
    """(claim, step) -> what the step booked on the claim itself."""


class Nights:
    """The claims of a creditor's debtors, and the days on which to look at them."""

    def __init__(self, policy: Policy) -> None:
        """Nobody owes anything yet."""
        self.policy = policy
        self.owed: dict[int, Owed] = {}
        self.party_holds: dict[int, tuple[Hold, ...]] = {}
        """Party -> the holds on all that it owes, invoices to come among it."""
        self.party_represented: dict[int, tuple[Representation, ...]] = {}
        """Party -> who stands for it, or has stood."""
        self.houses: dict[tuple[str, str], Premises] = {}
        """(creditor, facility) -> the facility as its register knows it."""
        self._by_party: defaultdict[int, list[int]] = defaultdict(list)
        self._looks: dict[int, date | None] = {}
        self._parties: defaultdict[date, set[int]] = defaultdict(set)
        self._days: list[date] = []
        self._last_key = 0
        self._lived_until = date.min
        self._asking = frozenset(asking(policy))

    def take_up(self, claim: Claim, *, look_on: date | None) -> Owed:
        """Keep a claim as it stands, and look at it on a day."""
        owed = self.owed[claim.key] = Owed(self._represented(claim))
        self._by_party[claim.party].append(claim.key)
        self._last_key = max(self._last_key, claim.key)
        self._look(claim.key, look_on)
        return owed

    def represent(self, party: int, by: tuple[Representation, ...]) -> None:
        """Let these stand for the party, or have stood, for all that it owes and will owe."""
        self.party_represented[party] = by
        for owed in self.owed.values():
            if owed.claim.owed_by(party):
                owed.claim = self._represented(owed.claim)

    def _represented(self, claim: Claim) -> Claim:
        if not self.party_represented:
            return claim
        found = self.party_represented
        if not claim.debtors:
            return replace(claim, represented=found.get(claim.party, ()))
        debtors = (replace(it, represented=found.get(it.party, ())) for it in claim.debtors)
        return replace(claim, debtors=tuple(debtors))

    def invoice(
        self,
        claim: Claim,
        *,
        kind: EntryKind,
        amount_ore: int,
        day: date | None = None,
        income: LedgerAccount = LedgerAccount.INCOME,
    ) -> Owed:
        """Keep a claim that nothing is booked on yet, and invoice an amount above zero.

        `day` is when its file is read: the invoice date when it is not said.
        """
        look_on = first_look(self.policy.creditors[claim.creditor], claim, today=claim.invoice_date)
        owed = self.take_up(claim, look_on=look_on)
        owed.invoice(kind, amount_ore, claim.invoice_date, income=income)
        if claim.kind not in OURS:
            self.look_at_party(claim, on=max(claim.invoice_date, day or claim.invoice_date))
        return owed

    def look_at_party(self, claim: Claim, *, on: date) -> None:
        """Look at what else the claim's party owes the creditor, where its rules ask about it."""
        if claim.creditor not in self._asking:
            return
        for key in self._by_party[claim.party]:
            owed, look = self.owed[key].claim, self._looks[key]
            alive = look is not None or not owed.settled
            if owed.creditor == claim.creditor and alive and (look is None or look > on):
                self._look(key, on)

    def procedure_of(self, claim: Claim) -> Procedure | None:
        """The procedure in force for the claim, if any takes it."""
        return self.policy.creditors[claim.creditor].procedure_for(claim, today=claim.due_date)

    def order_of(self, claim: Claim) -> tuple[Part, ...]:
        """Which part of the claim a payment pays first."""
        procedure = self.procedure_of(claim)
        return procedure.allocation if procedure else DEFAULT_ORDER

    def pay(
        self, keys: Iterable[int], amount_ore: int, *, value_date: date, day: date
    ) -> Counter[int]:
        """Pay the claims in order, as the bank's file is read on `day`; öre booked on each.

        What no claim took lies on the last of them as *overpaid*; with no claims nothing is booked.
        """
        booked = Counter[int]()
        for key in keys:
            owed = self.owed[key]
            order = self.order_of(owed.claim)
            over_ore = owed.pay(amount_ore, order=order, day=value_date)
            booked[key] += amount_ore - over_ore
            amount_ore = over_ore
            in_time = owed.claim.settled and value_date <= owed.claim.on_time_until
            self._look(key, None if in_time else day)
            if amount_ore == 0:
                break
        for last in list(booked)[-1:] if amount_ore else ():
            self.owed[last].pay_too_much(amount_ore, day=value_date)
            booked[last] += amount_ore
        for key in booked:
            self.look_at_party(self.owed[key].claim, on=day)
        return booked

    def next_day(self) -> date | None:
        """The first day on which a claim is to be looked at, if there is any."""
        while self._days and self._days[0] not in self._parties:
            heappop(self._days)
        return self._days[0] if self._days else None

    def due(self, day: date) -> list[Loaded]:
        """Of the parties with a claim to be looked at: those claims, and what may be listed."""
        parties: set[int] = set()
        while (first := self.next_day()) is not None and first <= day:
            parties |= self._parties.pop(first)
        for creditor in self.policy.creditors.values():
            if comes_in_force(creditor, after=self._lived_until, until=day):
                parties |= self._look_again(creditor.code, day)
        self._lived_until = day
        return [each for party in sorted(parties) for each in self._of(party, day)]

    def _look_again(self, creditor: str, day: date) -> set[int]:
        """Look at every open claim of a creditor: its rules have changed; the parties."""
        mine = [key for key, each in self.owed.items() if each.claim.creditor == creditor]
        found = [key for key in mine if not self.owed[key].claim.settled]
        self._looks |= dict.fromkeys(found, day)
        return {self.owed[key].claim.party for key in found}

    def _of(self, party: int, day: date) -> Iterable[Loaded]:
        for key in self._by_party[party]:
            claim, look = self.owed[key].claim, self._looks[key]
            depends = claim.due_date < day or claim.creditor in self._asking
            if (look is not None and look <= day) or (depends and not claim.settled) or claim.plan:
                yield Loaded(self.with_dealings(claim), look)

    def with_dealings(self, claim: Claim) -> Claim:
        """The claim with all that its party owes the creditor, where a procedure asks about it."""
        claim = self._at_house(claim)
        asks = claim.creditor in self._asking or claim.plan is not None
        return self.among_others(claim) if asks else claim

    def among_others(self, claim: Claim) -> Claim:
        """The claim with all that its party owes the creditor.

        What was known of the party when the claim was taken up, as invoices settled before, stays.
        """
        kept = [self.owed[key].claim for key in self._by_party[claim.party]]
        mine = [each for each in kept if each.creditor == claim.creditor]
        numbers = {each.number for each in mine}
        before = [each for each in claim.dealings.invoices if each.number not in numbers]
        dealings = Dealings(invoices=(*before, *map(Claim.as_other, mine)))
        return replace(self._at_house(claim), dealings=dealings)

    def _at_house(self, claim: Claim) -> Claim:
        """The claim with its facility, where one is registered."""
        house = self.houses.get((claim.creditor, claim.facility)) if self.houses else None
        if house is None:
            return claim
        parties = dict.fromkeys(party for each in house.ownerships for party in each.owners)
        holds = tuple((p, hold) for p in parties for hold in self.party_holds.get(p, ()))
        return replace(claim, premises=replace(house, holds=holds))

    def live(self, day: date, loaded: Sequence[Loaded]) -> Night:
        """Let the domain plan the night of `day` for these claims, and let the plan happen."""
        planned = plan(loaded, policy=self.policy, today=day)
        entries: list[Entry] = []
        parts = [self._part_company(due, day, entries) for due in planned.parts]
        for turned in planned.turns:
            entries += self._turn(turned, day)
        booked = {
            (taken.claim.key, taken.step.name): tuple(
                self.owed[taken.claim.key].take(taken, day=day)
            )
            for taken in planned.taken
        }
        entries += (entry for of_step in booked.values() for entry in of_step)
        for key, look in planned.looks.items():
            self._look(key, look)
        interest = [self._invoice_interest(due, day) for due in planned.interest]
        fees = [self._invoice_fee(due, day) for due in planned.fees]
        entries += (entry for owed in (*interest, *fees, *parts) for entry in owed.entries)
        return Night(
            day,
            planned,
            tuple(entries),
            tuple(owed.claim for owed in interest),
            tuple(owed.claim for owed in fees),
            tuple(owed.claim for owed in parts),
            booked,
        )

    def _part_company(self, due: PartDue, day: date, entries: list[Entry]) -> Owed:
        origin = self.owed[due.claim.key]
        before = len(origin.entries)
        origin.credit(due.amount_ore, day=day)
        entries += origin.entries[before:]
        held = tuple(each for each in origin.claim.holds if each.place != due.hold.place)
        origin.claim = replace(origin.claim, holds=held)
        alone = () if due.claim.debtors else self.party_holds.get(due.claim.party, ())
        claim = replace(
            due.claim,
            key=self._last_key + 1,
            number=due.number,
            ocr_number="",
            invoice_date=day,
            due_date=due.due_date,
            first_invoice_date=due.claim.arose_on,
            first_due_date=due.claim.first_due_date or due.claim.due_date,
            sums=sums(()),
            billed_by_service=(),
            principal_payments=(),
            steps_taken=(),
            clearances=(),
            reliefs=(),
            plans=(),
            came_back=None,
            holds=(due.hold_apart, *alone),
            debtors=held_by(due.claim.debtors, self.party_holds),
        )
        return self.invoice(claim, kind=EntryKind.INVOICE, amount_ore=due.amount_ore)

    def _turn(self, turned: PlanTurn, day: date) -> list[Entry]:
        """Let a plan go on: what is entered, given back, and what becomes of its claims."""
        entries: list[Entry] = []
        given_back = dict(turned.given_back)
        for claim in turned.claims:
            owed = self.owed[claim.key]
            before = len(owed.entries)
            owed.charge((each for each in turned.charges if each.claim == claim.key), day=day)
            if claim.key in given_back:
                owed.give_interest_back(given_back[claim.key], day=day)
            owed.claim = after_turn(owed.claim, turned, today=day)
            entries += owed.entries[before:]
        return entries

    def _invoice_interest(self, due: InterestDue, day: date) -> Owed:
        claim = self._own(due, INTEREST_KIND, day)
        return self.invoice(
            claim,
            kind=EntryKind.INTEREST,
            amount_ore=due.interest.total_ore,
            income=LedgerAccount.INTEREST_INCOME,
        )

    def _invoice_fee(self, due: FeeDue, day: date) -> Owed:
        claim = self._own(due, FEE_KIND, day)
        return self.invoice(
            claim,
            kind=EntryKind.INVOICE,
            amount_ore=due.taken.fee_ore,
            income=LedgerAccount.FEE_INCOME,
        )

    def _own(self, due: InterestDue | FeeDue, kind: str, day: date) -> Claim:
        """The claim of an invoice that we make ourselves."""
        origin = due.taken.claim
        alone = () if origin.debtors else self.party_holds.get(origin.party, ())
        return Claim(
            key=self._last_key + 1,
            number=due.number,
            ocr_number="",
            creditor=origin.creditor,
            party=origin.party,
            debtor=origin.debtor,
            born=origin.born,
            kind=kind,
            services=frozenset({kind}),
            invoice_date=day,
            due_date=due.due_date,
            sums=sums(()),
            holds=alone,
            debtors=held_by(origin.debtors, self.party_holds),
            dealings=origin.dealings,
        )

    def _look(self, key: int, day: date | None) -> None:
        self._looks[key] = day
        if day is not None:
            if day not in self._parties:
                heappush(self._days, day)
            self._parties[day].add(self.owed[key].claim.party)
