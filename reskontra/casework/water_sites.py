"""A facility as the gates judge it: its claims, letters, fees and money, read from the rows.

    visited = visit_all(cursor, [3], policy=policy, today=today)[3]
    disconnection.gates(visited.site, today)

Reads only. The one rule: everything is read anew each time it is asked, so that money that came
this morning is seen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.disconnection import Site, Warned
from reskontra.domain.premises import Premises, WaterState, has_letter_to_come
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, asking, under_rules
from reskontra.domain.step import InLaw
from reskontra.domain.water_rules import WaterRules
from reskontra.domain.water_work import CLOSES
from reskontra.records import (
    as_of,
    facilities,
    money_waiting,
    runs,
    water_letters,
    water_work,
)
from reskontra.records.facilities import Place
from reskontra.records.water_letters import WarningLetter


class NotRegistered(Refused):
    """Invoice {number} names no facility that the register knows; take in the facilities first."""

    swedish = (
        "Faktura {number} anger ingen anläggning som finns i registret. Läs in anläggningarna "
        "först."
    )


class NoWaterRules(Refused):
    """{creditor} has no rules for disconnecting water; write them under `water` in its file."""

    swedish = "{creditor} har inga regler för avstängning. Skriv dem under `water` i dess fil."


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A facility, what is judged of it, and the orders there."""

    place: Place
    site: Site
    orders: tuple[water_work.Order, ...]

    @property
    def rules(self) -> WaterRules:
        """The creditor's."""
        return self.site.rules

    @property
    def open_orders(self) -> tuple[water_work.Order, ...]:
        """Those that are still to be done."""
        return tuple(each for each in self.orders if each.open)

    def cut(self, today: date) -> water_work.Order | None:
        """The order by which the water is off or throttled today; None when it is on."""
        if self.site.premises.state_on(today) is WaterState.ON:
            return None
        closing = (each for each in reversed(self.orders) if each.done_on and each.kind in CLOSES)
        return next(closing, None)


def visit_invoice(cursor: CursorWrapper, *, claim: Claim, policy: Policy, today: date) -> Visited:
    """The facility that the claim is about; refused when the register does not know it."""
    found = facilities.of_invoice(cursor, claim.key)
    if found is None:
        raise NotRegistered(number=claim.number)
    return visit(cursor, place=found, policy=policy, today=today)


def visit(cursor: CursorWrapper, *, place: Place, policy: Policy, today: date) -> Visited:
    """The facility as it stands today; refused when its creditor never disconnects."""
    return visit_all(cursor, [place.facility], policy=policy, today=today)[place.facility]


def visit_all(
    cursor: CursorWrapper, keys: Collection[int], *, policy: Policy, today: date
) -> dict[int, Visited]:
    """Some facilities as they stand today, by key: each thing read once for all of them."""
    if not keys:
        return {}
    read = _Read.of(cursor, keys, policy, today)
    return {key: read.visited(place) for key, place in read.places.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the rows tell of some facilities, and of every invoice that names one."""

    policy: Policy
    today: date
    places: Mapping[int, Place]
    houses: Mapping[tuple[str, str], Premises]
    invoices: Mapping[int, list[int]]
    ruled: Mapping[int, Ruled]
    letters: Sequence[WarningLetter]
    water_fees: Mapping[int, int]
    overpaid: Mapping[int, int]
    money_until: Mapping[str, date | None]
    loose: Sequence[money_waiting.Waits]
    orders: Mapping[int, list[water_work.Order]]

    @classmethod
    def of(cls, cursor: CursorWrapper, keys: Collection[int], policy: Policy, today: date) -> _Read:
        """The same number of queries however many they are."""
        places = facilities.places(cursor, keys)
        invoices = facilities.invoices_of(cursor, places)
        ids = [key for mine in invoices.values() for key in mine]
        creditors = {each.creditor for each in places.values()}
        return cls(
            policy=policy,
            today=today,
            places=places,
            houses=facilities.premises(cursor, [(e.creditor, e.code) for e in places.values()]),
            invoices=invoices,
            ruled=claims_under_rules(cursor, ids, policy=policy, today=today),
            letters=water_letters.warning_letters(cursor, ids, steps=warning_steps(policy)),
            water_fees=water_work.fees_on(cursor, ids),
            overpaid={
                each.invoice: each.free_ore
                for each in money_waiting.overpaid_on(cursor, ids)
                if each.free_ore > 0
            },
            money_until={code: _money_until(cursor, code, policy) for code in creditors},
            loose=money_waiting.unmatched(cursor) if places else (),
            orders=water_work.of_facilities(cursor, places),
        )

    def visited(self, place: Place) -> Visited:
        """One of them; refused when its creditor never disconnects."""
        creditor = self.policy.creditors[place.creditor]
        if creditor.water is None:
            raise NoWaterRules(creditor=creditor.name)
        ids = self.invoices.get(place.facility, [])
        ruled = [self.ruled[key] for key in sorted(ids)]
        claims = tuple(each.claim for each in ruled)
        house = Premises(code=place.code)
        return Visited(
            place=place,
            site=Site(
                premises=self.houses.get((place.creditor, place.code), house),
                rules=creditor.water,
                claims=claims,
                warned=_warned(claims, self.letters, self.policy),
                letters_to_come=_letters_to_come(ruled, self.letters),
                warns_for=self.policy.law.disconnection_warning_time.on(self.today),
                water_fees={key: self.water_fees[key] for key in ids if key in self.water_fees},
                overpaid={key: self.overpaid[key] for key in ids if key in self.overpaid},
                money_until=self.money_until[place.creditor],
                loose_ore=_loose_ore(self.loose, place.creditor, {each.number for each in claims}),
                hold_names=self.policy.hold_kinds,
            ),
            orders=tuple(self.orders.get(place.facility, ())),
        )


def claims_under_rules(
    cursor: CursorWrapper, ids: Collection[int], *, policy: Policy, today: date
) -> dict[int, Ruled]:
    """These invoices under the rules of the day, by key."""
    loaded = as_of.load(cursor, as_of.Wanted.invoices(sorted(ids), asking=asking(policy)))
    return {each.claim.key: under_rules(each.claim, policy, today=today) for each in loaded}


def _letters_to_come(ruled: Sequence[Ruled], letters: Sequence[WarningLetter]) -> frozenset[int]:
    """The claims about which another letter is to be written, or is written and has not left."""
    to_write = {e.claim.key for e in ruled if has_letter_to_come(e.claim, e.procedure)}
    return frozenset(to_write).union(*(each.claims for each in letters if each.waits))


def _warned(
    claims: Sequence[Claim], letters: Sequence[WarningLetter], policy: Policy
) -> tuple[Warned, ...]:
    """Who was warned: by our letters, or by an agency's, which it told us of by the step."""
    names = warning_steps(policy)
    keys = {claim.key for claim in claims}
    ours = [(each, mine) for each in letters if (mine := each.claims & keys)]
    told = {(letter.day, key) for letter, mine in ours for key in mine}
    found = [
        Warned(party=each.party, day=each.warned_on, pay_by=each.pay_by, claims=mine)
        for each, mine in ours
        if each.warned_on
    ]
    for claim in claims:
        for taken in claim.steps_taken:
            if taken.name in names and (taken.day, claim.key) not in told and taken.pay_by:
                found += [
                    Warned(
                        party=party,
                        day=taken.day,
                        pay_by=taken.pay_by,
                        claims=frozenset({claim.key}),
                    )
                    for party in [claim.party, *(each.party for each in claim.debtors)]
                ]
    return tuple(found)


def warning_steps(policy: Policy) -> frozenset[str]:
    """The names of the steps that warn of disconnection, in any procedure."""
    return steps_in_law(policy, InLaw.DISCONNECTION_WARNING)


def steps_in_law(policy: Policy, law: InLaw) -> frozenset[str]:
    """The names of the steps that are this in law, in any procedure."""
    return frozenset(
        step.name
        for creditor in policy.creditors.values()
        for procedure in creditor.procedures
        for step in procedure.steps
        if step.in_law is law
    )


def _money_until(cursor: CursorWrapper, creditor: str, policy: Policy) -> date | None:
    """The day up to which the files of every account of the creditor are in."""
    return runs.bank_files_until(
        cursor, creditor=creditor, accounts=policy.creditors[creditor].bankgiros
    )


def _loose_ore(
    loose: Sequence[money_waiting.Waits], creditor: str, numbers: Collection[str]
) -> int:
    """Money without a claim that some of these invoices are suggested for."""
    return sum(
        max(0, each.amount_ore)
        for each in loose
        if each.creditor == creditor and not set(numbers).isdisjoint(each.suggestions)
    )
